package io.facteur.messaging.contact;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.facteur.messaging.number.NumberReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A list of contacts as the world writes them (RFC 4180 and looser): semicolons, commas or tabs;
 * quotes with separators and newlines inside; byte order marks; CRLF, LF or CR; UTF-8, ISO-8859-1
 * or UTF-16 with its mark; with or without a header; blanks around everything; empty lines; short
 * records. Read once, in bounded memory.
 */
public final class ContactFile {

  private static final int SAMPLE = 20;
  private static final int MOST_FIELDS = 500;
  private static final int LONGEST_FIELD = 10_000;
  private static final int BUFFER = 1 << 20;

  private final NumberReader numbers;
  private final String country;
  private final int skippedLines;
  private final Iterator<CsvRecord> records;
  private final List<CsvRecord> sample = new ArrayList<>();
  private final Layout layout;
  private final List<String> columns;

  /**
   * Reads the first records.
   *
   * @param country ISO 3166 code; national numbers are read as that country's
   * @throws BadContactFileException when this is no list of contacts
   */
  public ContactFile(InputStream content, NumberReader numbers, String country) throws IOException {
    this.numbers = numbers;
    this.country = country;
    SourceText text = SourceText.of(content);
    this.skippedLines = text.skippedLines();
    this.records = reader(text).iterator();
    fillSample();
    if (sample.isEmpty()) {
      throw new BadContactFileException("is empty");
    }
    List<List<String>> cells =
        sample.stream().map(record -> Cells.clean(record.getFields())).toList();
    this.layout = Layout.of(cells, numbers, country);
    this.columns = layout.header() ? cells.get(0) : List.of();
  }

  /** Names of the columns as the header has them; empty without a header. */
  public List<String> columns() {
    return columns;
  }

  /**
   * Every record, in order; the same number may come again. May be called once.
   *
   * @throws BadContactFileException when the rest can't be told into records
   */
  public void forEach(Consumer<ContactRow> action) {
    for (int i = layout.header() ? 1 : 0; i < sample.size(); i++) {
      accept(sample.get(i), action);
    }
    sample.clear();
    for (CsvRecord record = next(); record != null; record = next()) {
      accept(record, action);
    }
  }

  private void fillSample() {
    for (CsvRecord record = next(); record != null; record = next()) {
      if (!Cells.areEmpty(Cells.clean(record.getFields()))) {
        sample.add(record);
        if (sample.size() == SAMPLE) {
          return;
        }
      }
    }
  }

  private CsvRecord next() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException | UncheckedIOException unreadable) {
      refuseOpenQuote(unreadable);
      throw new BadContactFileException(
          "can't be told into records of at most "
              + MOST_FIELDS
              + " fields with at most "
              + LONGEST_FIELD
              + " characters: check for a quote that is never closed");
    }
  }

  private void refuseOpenQuote(Throwable unreadable) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof FieldStarts.OpenQuoteException open) {
        throw new BadContactFileException(
            "has a quote in line "
                + (open.line() + skippedLines)
                + " that is never closed: close it, or write it twice if it is part of the value");
      }
    }
  }

  private void accept(CsvRecord record, Consumer<ContactRow> action) {
    List<String> cells = Cells.clean(record.getFields());
    if (Cells.areEmpty(cells)) {
      return;
    }
    long line = record.getStartingLineNumber() + skippedLines;
    String cell = layout.numberColumn() < cells.size() ? cells.get(layout.numberColumn()) : "";
    action.accept(
        Cells.number(cell, numbers, country)
            .<ContactRow>map(number -> new ContactRow.Contact(line, number, cells))
            .orElseGet(() -> ContactRow.Wrong.of(line, cell)));
  }

  private static CsvReader<CsvRecord> reader(SourceText text) {
    return CsvReader.builder()
        .fieldSeparator(text.separator())
        .quoteCharacter('"')
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(BUFFER)
        .build(
            CsvRecordHandler.builder()
                .maxFields(MOST_FIELDS)
                .maxFieldSize(LONGEST_FIELD)
                .maxRecordSize(BUFFER)
                .build(),
            new FieldStarts(text.reader(), text.separator()));
  }
}

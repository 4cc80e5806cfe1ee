package io.facteur.messaging.receiver;

import io.facteur.chassis.error.ApiException;
import io.facteur.messaging.contact.ContactFile;
import io.facteur.messaging.contact.ContactRow;
import io.facteur.messaging.contact.NumberIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One reading of a file into a slot, in the caller's transaction. */
@ApplicationScoped
class SlotLoad {

  private final SlotTable table;
  private final ReceiverConfig config;
  private final Clock clock;

  SlotLoad(SlotTable table, ReceiverConfig config, Clock clock) {
    this.table = table;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Stores the file's contacts, each number once, and makes them the slot's.
   *
   * @throws ApiException 400 when there is none, or there are too many
   */
  Slot store(Slot.Source source, String field, ContactFile file) throws SQLException {
    long loadId = table.nextLoad();
    Counted counted = new Counted(field);
    try (RowCopy copy = table.copyRows(loadId)) {
      file.forEach(row -> counted.take(row, copy));
      copy.finish();
    }
    if (counted.records == 0) {
      throw ApiException.invalid(field, "holds no phone number that can be read");
    }
    Slot slot =
        new Slot(
            source,
            loadId,
            file.columns(),
            counted.records,
            counted.wrongRows(),
            clock.instant().atOffset(ZoneOffset.UTC));
    table.replace(slot);
    return slot;
  }

  /** What a file turned out to hold. */
  private final class Counted {
    private final String field;
    private final NumberIndex known = new NumberIndex();
    private final List<String> wrong = new ArrayList<>();
    private int records;
    private int moreWrong;

    Counted(String field) {
      this.field = field;
    }

    void take(ContactRow row, RowCopy copy) {
      if (row instanceof ContactRow.Contact contact) {
        if (known.putIfAbsent(contact.number(), records) < 0) {
          records++;
          refuseTooMany();
          copy.row(contact);
        }
      } else if (wrong.size() < config.wrongRows()) {
        wrong.add(row.toString());
      } else {
        moreWrong++;
      }
    }

    List<String> wrongRows() {
      if (moreWrong > 0) {
        wrong.add("and " + moreWrong + " more rows");
      }
      return wrong;
    }

    private void refuseTooMany() {
      if (records > config.rows()) {
        throw ApiException.invalid(
            field, "holds more than " + config.rows() + " contacts: split it over several slots");
      }
    }
  }
}

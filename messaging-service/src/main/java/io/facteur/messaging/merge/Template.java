package io.facteur.messaging.merge;

import io.facteur.chassis.error.ApiException;
import io.facteur.messaging.contact.ColumnName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message with places for the columns of a contact file: {@code Bonjour #prenom#}. Case and
 * accents of a column's name do not matter. A {@code #} that belongs to no column stays as it is
 * ({@code #1}, a hashtag), but a word between two of them that looks like a column and is none is
 * refused, since nobody wants a thousand people to read it.
 */
public final class Template {

  private static final Pattern LOOKS_LIKE_A_COLUMN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");

  /** Literal texts; between two of them stands a column. */
  private final List<String> texts;

  private final List<String> words;

  private Template(List<String> texts, List<String> words) {
    this.texts = List.copyOf(texts);
    this.words = List.copyOf(words);
  }

  /**
   * Reads a message.
   *
   * @param columns of all files that the job takes; empty when none has a header: then the message
   *     stays as it is
   * @throws ApiException 400 that lists the columns, for a word that is none of them
   */
  public static Template of(String message, Collection<String> columns) {
    Set<String> known = new HashSet<>();
    columns.forEach(column -> known.add(ColumnName.comparable(column)));
    known.remove("");
    List<String> texts = new ArrayList<>();
    List<String> words = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < message.length()) {
      int start = message.indexOf('#', at);
      int end = start < 0 || known.isEmpty() ? -1 : message.indexOf('#', start + 1);
      if (end < 0) {
        break;
      }
      String word = message.substring(start + 1, end);
      String name = ColumnName.comparable(word);
      literal.append(message, at, start);
      if (known.contains(name)) {
        texts.add(literal.toString());
        words.add(name);
        literal.setLength(0);
        at = end + 1;
      } else {
        refuseLookalike(word, columns);
        literal.append('#');
        at = start + 1;
      }
    }
    texts.add(literal.append(message, at, message.length()).toString());
    return new Template(texts, words);
  }

  /** Whether everybody gets the same text. */
  public boolean isPlain() {
    return words.isEmpty();
  }

  /**
   * The template over the columns of one file.
   *
   * @param columns of the file, in order; words that are none of them become nothing
   */
  public Merge over(List<String> columns) {
    List<String> names = columns.stream().map(ColumnName::comparable).toList();
    return new Merge(texts, words.stream().mapToInt(names::indexOf).toArray());
  }

  private static void refuseLookalike(String word, Collection<String> columns) {
    if (LOOKS_LIKE_A_COLUMN.matcher(word).matches()) {
      throw ApiException.invalid(
          "message",
          "has #"
              + word
              + "#, which is no column of the contact file: use one of "
              + String.join(", ", columns.stream().filter(column -> !column.isEmpty()).toList()));
    }
  }
}

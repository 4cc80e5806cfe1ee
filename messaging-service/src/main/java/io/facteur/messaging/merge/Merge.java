package io.facteur.messaging.merge;

import java.util.List;

/** Makes the text of one contact after the other. */
public final class Merge {

  private final List<String> texts;
  private final int[] columns;

  /**
   * Texts with a column between each two.
   *
   * @param columns positions in the fields; -1 for a column that the file lacks
   */
  Merge(List<String> texts, int[] columns) {
    this.texts = texts;
    this.columns = columns;
  }

  /** The text for a contact; what a short record lacks becomes nothing. */
  public String text(List<String> fields) {
    StringBuilder text = new StringBuilder(texts.get(0));
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] >= 0 && columns[i] < fields.size()) {
        text.append(fields.get(columns[i]));
      }
      text.append(texts.get(i + 1));
    }
    return text.toString();
  }
}

package io.facteur.dlr.callback;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a call: the message, and the how many-th change of its state. Sorted as rows are locked.
 */
record CallbackKey(long messageId, int change) implements Comparable<CallbackKey> {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,16})-(\\d{1,4})");
  private static final Comparator<CallbackKey> ORDER =
      Comparator.comparingLong(CallbackKey::messageId).thenComparingInt(CallbackKey::change);

  /** What {@link #toString} wrote; nothing when the text is something else. */
  static Optional<CallbackKey> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new CallbackKey(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(CallbackKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return messageId + "-" + change;
  }
}

package io.facteur.messaging.message;

/**
 * Where a message is in its life. It waits until its segments are with the operator or it is
 * refused or cancelled; what was submitted ends by the operator's receipts. Stored as {@link
 * #code}.
 */
public enum MessageState {
  WAITING(0),
  SUBMITTED(1),
  INTERMEDIATE(2),
  DELIVERED(3),
  FAILED(4),
  REFUSED(5),
  CANCELLED(6);

  private final short code;

  MessageState(int code) {
    this.code = (short) code;
  }

  /** The number in the database; never changes. */
  public short code() {
    return code;
  }

  /** The state that a number in the database stands for. */
  public static MessageState ofCode(short code) {
    for (MessageState state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    throw new IllegalArgumentException("no message state has the code " + code);
  }

  /**
   * Whether this step is one of a message's life; what the statements' conditions say, in one
   * place.
   */
  public boolean mayBecome(MessageState next) {
    return switch (this) {
      case WAITING -> next == SUBMITTED || next == REFUSED || next == CANCELLED;
      case SUBMITTED, INTERMEDIATE -> next == INTERMEDIATE || next == DELIVERED || next == FAILED;
      case DELIVERED, FAILED, REFUSED, CANCELLED -> false;
    };
  }

  /** Whether nothing comes after it. */
  public boolean isFinal() {
    return this != WAITING && this != SUBMITTED && this != INTERMEDIATE;
  }

  /** Codes of the states from which one may get to the given state, for a statement's condition. */
  public static Short[] codesBefore(MessageState next) {
    return java.util.Arrays.stream(values())
        .filter(state -> state.mayBecome(next))
        .map(MessageState::code)
        .toArray(Short[]::new);
  }
}

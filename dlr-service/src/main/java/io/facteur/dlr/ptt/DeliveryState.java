package io.facteur.dlr.ptt;

/**
 * Where a message stands, in the two numbers that customers see.
 *
 * @param dlr the coarse one: 0 pending, 1 success, 2 failed, 4 waiting, 8 buffered, 16 refused and
 *     not charged
 * @param ptt the fine one, a code of {@link PttCatalogue}
 */
public record DeliveryState(int dlr, int ptt) {

  /** Handed to the operator. */
  public static final DeliveryState SUBMITTED = new DeliveryState(8, 3);

  /** On the handset. */
  public static final DeliveryState DELIVERED = new DeliveryState(1, 4);

  /** Its validity is over and no cause was given. */
  public static final DeliveryState EXPIRED = failed(8);

  /** Nobody can say what became of it. */
  public static final DeliveryState UNKNOWN = failed(6);

  /** Lost for good, for the reason that the ptt tells. */
  public static DeliveryState failed(int ptt) {
    return new DeliveryState(2, ptt);
  }

  /** Not there yet, the operator keeps trying; ptt 1 (handset) or 2 (network). */
  public static DeliveryState retrying(int ptt) {
    return new DeliveryState(4, ptt);
  }

  /** Never left the platform, or was not taken; the credits are back. */
  public static DeliveryState refused(int ptt) {
    return new DeliveryState(16, ptt);
  }

  /** Whether nothing can come after it. */
  public boolean isFinal() {
    return dlr == 1 || dlr == 2 || dlr == 16;
  }

  /** Whether it is the success. */
  public boolean isDelivered() {
    return dlr == 1;
  }

  /** The DLR id in a word or two, for people. */
  public String text() {
    return switch (dlr) {
      case 0 -> "Pending";
      case 1 -> "Success";
      case 2 -> "Failed";
      case 4 -> "Waiting";
      case 8 -> "Buffered";
      case 16 -> "Error";
      default -> "Unknown";
    };
  }
}

package io.facteur.dlr.tracking;

import io.facteur.dlr.ptt.DeliveryState;
import io.facteur.dlr.ptt.PttCatalogue;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an operator's receipt says, in our terms. The words of {@code stat} are those of SMPP 3.4,
 * appendix B, seven letters by custom; some operators write them out, some in small letters, so the
 * first five letters decide. {@code err} is the operator's own field: a number with leading zeros,
 * hexadecimal with {@code 0x}, letters or nothing.
 */
final class ReceiptMapping {

  private static final int SIGNIFICANT = 5;
  private static final int UNDELIVERED = 5;
  private static final int UNDELIVERABLE = 20;

  private ReceiptMapping() {}

  /** The state that the receipt reports; nothing when it reports none. */
  static Optional<DeliveryState> state(String stat, String err) {
    OptionalInt code = code(err);
    return switch (word(stat)) {
      case "DELIV" -> Optional.of(DeliveryState.DELIVERED);
      case "EXPIR" -> Optional.of(DeliveryState.EXPIRED);
      case "UNKNO" -> Optional.of(DeliveryState.UNKNOWN);
      case "DELET", "UNDEL", "FAILE" -> Optional.of(failed(code, UNDELIVERED));
      case "REJEC" -> Optional.of(failed(code, UNDELIVERABLE));
      case "ENROU", "ACCEP" -> retrying(code);
      default -> Optional.empty();
    };
  }

  /** The number in {@code err}; nothing when there is none. */
  static OptionalInt code(String err) {
    String text = err == null ? "" : err.strip().toLowerCase(Locale.ROOT);
    try {
      return OptionalInt.of(
          text.startsWith("0x") ? Integer.parseInt(text, 2, text.length(), 16) : decimal(text));
    } catch (NumberFormatException | IndexOutOfBoundsException letters) {
      return OptionalInt.empty();
    }
  }

  private static int decimal(String text) {
    return Integer.parseInt(text);
  }

  private static String word(String stat) {
    String text = stat == null ? "" : stat.strip().toUpperCase(Locale.ROOT);
    return text.length() > SIGNIFICANT ? text.substring(0, SIGNIFICANT) : text;
  }

  private static DeliveryState failed(OptionalInt code, int otherwise) {
    boolean known = code.isPresent() && PttCatalogue.isFailure(code.getAsInt());
    return DeliveryState.failed(known ? code.getAsInt() : otherwise);
  }

  private static Optional<DeliveryState> retrying(OptionalInt code) {
    return code.stream()
        .filter(number -> number == 1 || number == 2)
        .mapToObj(DeliveryState::retrying)
        .findFirst();
  }
}

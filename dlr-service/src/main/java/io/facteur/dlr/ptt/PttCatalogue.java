package io.facteur.dlr.ptt;

import static io.facteur.dlr.ptt.PttDuration.indeterminated;
import static io.facteur.dlr.ptt.PttDuration.permanent;
import static io.facteur.dlr.ptt.PttDuration.temporary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every ptt code that a message can end with or pass through (reference, section 7). */
public final class PttCatalogue {

  private static final Map<Integer, Ptt> CODES = new TreeMap<>();

  static {
    passing(0, "Pending", "Created, and not yet handed to an operator.", temporary);
    passing(
        1,
        "Handset not ready",
        "Not delivered yet because of the phone; the operator keeps trying.",
        temporary);
    passing(
        2,
        "Network not ready",
        "Not delivered yet because of the operator; it keeps trying inside its network.",
        temporary);
    passing(3, "Accepted by the operator", "The operator has taken the message.", indeterminated);
    passing(4, "Delivered", "The phone has received the message.", permanent);
    failure(5, "Undelivered", "Not delivered; the operator gives no reason.", indeterminated);
    failure(
        6,
        "Unknown",
        "The operator does not tell whether the message was delivered or lost.",
        indeterminated);
    failure(
        8,
        "Expired",
        "Not delivered within its validity; no other reason is known.",
        indeterminated);
    failure(20, "Undeliverable", "The message can't be delivered in this form.", permanent);
    failure(
        21,
        "No prepaid credit",
        "The subscriber's prepaid credit stayed too low until the message expired.",
        temporary);
    failure(
        23,
        "Invalid number",
        "The number is wrong, barred or blacklisted for good; do not send to it again.",
        permanent);
    failure(
        24,
        "Subscriber absent",
        "The phone is switched off or out of reach of its network.",
        temporary);
    failure(
        25,
        "Network failure",
        "A passing failure in the operator's network (signalling, SMSC or gateway).",
        temporary);
    failure(
        26,
        "Handset failure",
        "A passing failure of the phone: its memory is full, or it is busy.",
        temporary);
    failure(
        27,
        "Handset incompatible",
        "The phone can't receive this kind of message, now or later.",
        permanent);
    failure(
        28,
        "Suspected spam",
        "The operator refused the message because it looks like spam.",
        permanent);
    failure(
        29,
        "Content not allowed",
        "This content is not allowed on the network or with this short code.",
        permanent);
    failure(
        33, "Parental lock", "A parental lock keeps adult content from the subscriber.", permanent);
    failure(39, "Operator failure", "The operator failed in a new way.", indeterminated);
    failure(
        73,
        "Ported, unreachable",
        "The number was ported to an operator that can't be reached.",
        permanent);
    failure(74, "Roaming", "The number is roaming, where it can't be reached.", temporary);
    failure(
        76,
        "Ported, blocked",
        "The number was ported to an operator that blocks this sender.",
        permanent);
    failure(
        202,
        "Ported, blocked by support",
        "The number was ported to an operator that blocks this sender; ask the support.",
        permanent);
    failure(
        1999,
        "No template",
        "The destination asks for an approved template, and none fits this text.",
        permanent);
  }

  private PttCatalogue() {}

  /** The entry of a code. */
  public static Optional<Ptt> find(long code) {
    return code < 0 || code > Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.ofNullable(CODES.get((int) code));
  }

  /** Whether an operator can name this code as the reason of a failure. */
  public static boolean isFailure(int code) {
    return find(code).map(Ptt::failure).orElse(false);
  }

  /** All codes, ascending. */
  public static List<Integer> codes() {
    return List.copyOf(CODES.keySet());
  }

  private static void passing(int code, String comment, String description, PttDuration duration) {
    CODES.put(code, new Ptt(code, comment, description, duration, false));
  }

  private static void failure(int code, String comment, String description, PttDuration duration) {
    CODES.put(code, new Ptt(code, comment, description, duration, true));
  }
}

package io.facteur.messaging.link;

import io.facteur.chassis.error.ApiException;
import java.util.regex.Pattern;

/**
 * An SMPP link as who runs the platform describes it.
 *
 * @param window submits without an answer at a time, 1 to 1000; 10 when absent
 * @param throughput segments per second, 0 for as many as the operator takes
 * @param priority the enabled link with the lowest value carries the traffic
 */
public record LinkRequest(
    String name,
    String host,
    Integer port,
    String systemId,
    String password,
    Boolean tls,
    Integer window,
    Integer throughput,
    Integer priority,
    Boolean enabled) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  /** SMPP 3.4, section 4.1.1: system_id has at most 15 characters, password at most 8. */
  private static final int LONGEST_SYSTEM_ID = 15;

  /** Many operators allow more than the 8 characters of SMPP 3.4. */
  private static final int LONGEST_PASSWORD = 64;

  void check() {
    if (name == null || !NAME.matcher(name).matches()) {
      throw ApiException.invalid(
          "name", "must start with a letter and have up to 31 of a-z, 0-9 and -");
    }
    if (host == null || host.isBlank()) {
      throw ApiException.invalid("host", "is missing: give the operator's SMSC");
    }
    within("port", port, 1, 65_535);
    if (systemId == null || systemId.isBlank() || systemId.length() > LONGEST_SYSTEM_ID) {
      throw ApiException.invalid("systemId", "must have 1 to 15 characters");
    }
    if (password == null || password.length() > LONGEST_PASSWORD) {
      throw ApiException.invalid("password", "must have at most 64 characters");
    }
    within("window", window == null ? Integer.valueOf(1) : window, 1, 1_000);
    within("throughput", throughput == null ? Integer.valueOf(0) : throughput, 0, 100_000);
  }

  private static void within(String field, Integer value, int least, int most) {
    if (value == null || value < least || value > most) {
      throw ApiException.invalid(field, "must be a whole number from " + least + " to " + most);
    }
  }
}

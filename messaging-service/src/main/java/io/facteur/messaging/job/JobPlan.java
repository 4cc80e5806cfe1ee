package io.facteur.messaging.job;

import io.facteur.chassis.error.ApiException;
import java.time.Duration;
import java.util.List;

/**
 * A request to send that can be right: every field within its bounds. Whom it goes to is another
 * matter.
 *
 * @param text without the STOP clause
 * @param delay zero for at once
 */
record JobPlan(
    String text,
    String sender,
    boolean stopClause,
    Duration delay,
    Duration validity,
    Priority priority,
    MessageClass messageClass,
    boolean forceUcs2,
    String tag) {

  private static final int LONGEST_TEXT = 10_000;

  /**
   * Reads a request.
   *
   * @throws ApiException 400 that names the field and the remedy
   */
  static JobPlan of(JobRequest request, JobConfig config) {
    if (request.message() == null || request.message().isEmpty()) {
      throw ApiException.invalid("message", "is missing: give the text to send");
    }
    if (request.message().length() > LONGEST_TEXT) {
      throw ApiException.invalid(
          "message", "has " + request.message().length() + " characters: shorten it");
    }
    if (Boolean.TRUE.equals(request.senderForResponse())) {
      throw ApiException.invalid(
          "senderForResponse", "is not available yet: set it to false and give a sender");
    }
    if (request.sender() == null || request.sender().isBlank()) {
      throw ApiException.invalid(
          "sender", "is missing: give one of GET /sms/{serviceName}/senders");
    }
    Choice.of("charset", request.charset(), Charset.UTF_8);
    return new JobPlan(
        request.message(),
        request.sender().strip(),
        !Boolean.TRUE.equals(request.noStopClause()),
        minutes("differedPeriod", request.differedPeriod(), 0, 0, config.differedMinutes()),
        minutes(
            "validityPeriod",
            request.validityPeriod(),
            config.defaultValidityMinutes(),
            1,
            config.validityMinutes()),
        Choice.of("priority", request.priority(), Priority.HIGH),
        Choice.of("class", request.messageClass(), MessageClass.PHONE_DISPLAY),
        Choice.of("coding", request.coding(), Coding.SEVEN_BIT) == Coding.EIGHT_BIT,
        tag(request.tag(), config.tagCharacters()));
  }

  private static Duration minutes(String field, Long given, long otherwise, long least, long most) {
    long minutes = given == null ? otherwise : given;
    if (minutes < least || minutes > most) {
      throw ApiException.invalid(
          field, "must be from " + least + " to " + most + " minutes, is " + minutes);
    }
    return Duration.ofMinutes(minutes);
  }

  private static String tag(String given, int longest) {
    if (given != null && given.length() > longest) {
      throw ApiException.invalid(
          "tag", "must have at most " + longest + " characters, has " + given.length());
    }
    return given == null || given.isEmpty() ? null : given;
  }

  /** {@code sms.CharsetEnum} has one value. */
  private enum Charset {
    UTF_8;

    @Override
    public String toString() {
      return "UTF-8";
    }
  }

  /** Whom a request names. */
  static List<String> receivers(JobRequest request, int most) {
    List<String> receivers = request.receivers() == null ? List.of() : request.receivers();
    if (receivers.isEmpty()) {
      throw ApiException.invalid("receivers", "is empty: give at least one phone number");
    }
    if (receivers.size() > most) {
      throw ApiException.invalid(
          "receivers",
          "has " + receivers.size() + " numbers, at most " + most + " go in one job: send several");
    }
    return receivers;
  }
}

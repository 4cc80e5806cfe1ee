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
    refuseNul("message", request.message());
    refuseNul("sender", request.sender());
    refuseNul("tag", request.tag());
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

  /**
   * The receivers that a request names itself; empty when it names only files.
   *
   * @throws ApiException 400 when it names nobody, or too many
   */
  static List<String> receivers(JobRequest request, int most) {
    List<String> receivers = request.receivers() == null ? List.of() : request.receivers();
    boolean files = isGiven(request.receiversSlotId()) || isGiven(request.receiversDocumentUrl());
    if (receivers.isEmpty() && !files) {
      throw ApiException.invalid(
          "receivers",
          "is empty: give at least one phone number, a receiversSlotId or a"
              + " receiversDocumentUrl");
    }
    if (receivers.size() > most) {
      throw tooMany("receivers", Integer.toString(receivers.size()));
    }
    return receivers;
  }

  /** 400 for a list that is too long for one job. */
  static ApiException tooMany(String field, String count) {
    return ApiException.invalid(
        field,
        "has "
            + count
            + " numbers, which is too much for one job: send a campaign with"
            + " POST /sms/{serviceName}/batches, or several jobs");
  }

  /** Whether a field is there and not empty. */
  static boolean isGiven(String text) {
    return text != null && !text.isBlank();
  }

  /** PostgreSQL stores every character but one. */
  private static void refuseNul(String field, String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw ApiException.invalid(field, "has a character with the code 0: leave it out");
    }
  }
}

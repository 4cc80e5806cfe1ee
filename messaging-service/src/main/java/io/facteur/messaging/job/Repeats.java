package io.facteur.messaging.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facteur.chassis.error.ApiException;
import io.facteur.messaging.sending.IdempotencyTable;
import io.facteur.messaging.sending.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/** The {@code Idempotency-Key} header: a repeat of a job gets the first one's answer. */
@ApplicationScoped
class Repeats {

  private static final int LONGEST_KEY = 255;

  private final IdempotencyTable keys;
  private final ObjectMapper json;

  Repeats(IdempotencyTable keys, ObjectMapper json) {
    this.keys = keys;
    this.json = json;
  }

  /**
   * The answer that was given under this key.
   *
   * @throws ApiException 400 for a key out of bounds, 409 when it stood for another body
   */
  Optional<SendingReport> find(String serviceName, String key, JobRequest request) {
    if (key == null) {
      return Optional.empty();
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw ApiException.invalid(
          "Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
    }
    return lookUp(serviceName, key).map(earlier -> answer(earlier, hash(request)));
  }

  /** The answer of the request that came first under the same key, a moment ago. */
  SendingReport require(Sending sending) {
    Sending.Idempotency own = sending.idempotency();
    return lookUp(sending.serviceName(), own.key())
        .map(earlier -> answer(earlier, own.bodyHash()))
        .orElseThrow(GivenUp::tryAgain);
  }

  Sending keyed(Sending sending, String key, JobRequest request, SendingReport report) {
    if (key == null) {
      return sending;
    }
    return sending.under(new Sending.Idempotency(key, hash(request), write(report)));
  }

  private Optional<Sending.Idempotency> lookUp(String serviceName, String key) {
    try {
      return keys.find(serviceName, key);
    } catch (SQLException away) {
      throw new IllegalStateException(away);
    }
  }

  private SendingReport answer(Sending.Idempotency earlier, String hash) {
    if (!earlier.bodyHash().equals(hash)) {
      throw ApiException.conflict(
          "This Idempotency-Key stood for another job: use a new key for a new job");
    }
    try {
      return json.readValue(earlier.answer(), SendingReport.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private String hash(JobRequest request) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String write(SendingReport report) {
    try {
      return json.writeValueAsString(report);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

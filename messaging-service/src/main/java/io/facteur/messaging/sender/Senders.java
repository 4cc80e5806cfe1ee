package io.facteur.messaging.sender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.facteur.chassis.error.ApiException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Creates senders, and says which may be used. */
@ApplicationScoped
public class Senders {

  private static final int LONGEST_DESCRIPTION = 40;
  private static final int LONGEST_REASON = 250;

  /** A sender that is disabled on another replica stops here after this time at the latest. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private final Cache<Sender.Key, Boolean> usable =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();
  private final SenderRepository senders;
  private final SenderConfig config;
  private final Clock clock;

  Senders(SenderRepository senders, SenderConfig config, Clock clock) {
    this.senders = senders;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Creates a sender; asking again for one that exists changes nothing.
   *
   * @return its name
   * @throws ApiException 400 for a name, description or reason out of bounds, 409 above the limit
   */
  @Transactional
  String create(String serviceName, SenderRequest request) {
    String name = SenderName.check(request.sender());
    checkLength("description", request.description(), LONGEST_DESCRIPTION);
    checkLength("reason", request.reason(), LONGEST_REASON);
    Sender.Key key = new Sender.Key(serviceName, name);
    if (senders.findById(key) != null) {
      return name;
    }
    if (senders.count("serviceName", serviceName) >= config.perAccount()) {
      throw ApiException.conflict(
          "The account has " + config.perAccount() + " senders already: delete one first");
    }
    SenderStatus status =
        config.autoValidate() ? SenderStatus.ENABLE : SenderStatus.WAITING_VALIDATION;
    String description = request.description() == null ? "" : request.description();
    senders.persist(new Sender(key, description, request.reason(), status, clock.instant()));
    return name;
  }

  /** All names of an account, sorted. */
  @Transactional
  List<String> names(String serviceName) {
    return senders.namesOf(serviceName);
  }

  /**
   * One sender.
   *
   * @throws ApiException 404 when the account has none of that name
   */
  @Transactional
  SenderView get(String serviceName, String name) {
    return senders
        .findByIdOptional(new Sender.Key(serviceName, name))
        .map(Sender::view)
        .orElseThrow(() -> ApiException.noSuchObject("sender", name));
  }

  /**
   * Refuses a sender that may not be used.
   *
   * @throws ApiException 400 when the account does not have it, 403 when it is not enabled
   */
  public void requireUsable(String serviceName, String name) {
    Sender.Key key = new Sender.Key(serviceName, name);
    if (usable.getIfPresent(key) == null) {
      requireEnabled(key);
      usable.put(key, true);
    }
  }

  private void requireEnabled(Sender.Key key) {
    Sender sender = QuarkusTransaction.joiningExisting().call(() -> senders.findById(key));
    if (sender == null) {
      throw ApiException.invalid(
          "sender",
          key.sender() + " does not exist: create it with POST /sms/{serviceName}/senders first");
    }
    if (!sender.isEnabled()) {
      throw ApiException.forbidden(
          "SENDER_NOT_ENABLED",
          "sender "
              + key.sender()
              + " has the status "
              + sender.status().ovhName()
              + ": only an enabled sender may send");
    }
  }

  private static void checkLength(String field, String value, int longest) {
    if (value != null && value.length() > longest) {
      throw ApiException.invalid(
          field, "must have at most " + longest + " characters, has " + value.length());
    }
  }
}

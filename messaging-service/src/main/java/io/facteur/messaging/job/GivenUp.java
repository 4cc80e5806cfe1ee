package io.facteur.messaging.job;

import io.facteur.chassis.error.ApiException;
import io.facteur.messaging.hold.HoldAnswer;
import io.facteur.messaging.sending.Acceptance;
import io.facteur.messaging.sending.Acceptor;
import io.facteur.messaging.sending.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Sendings whose way was cut: the client is told to come again, and their holds go back. */
@ApplicationScoped
class GivenUp {

  private static final Logger LOG = Logger.getLogger(GivenUp.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final Acceptor acceptor;
  private final Executor executor;

  GivenUp(Acceptor acceptor, ManagedExecutor executor) {
    this.acceptor = acceptor;
    this.executor = executor;
  }

  /** No answer to the hold: the sending's id is burnt, so that a late answer changes nothing. */
  HoldAnswer unanswered(Sending sending) {
    executor.execute(() -> abandon(sending));
    throw ApiException.unavailable(
        "The credits could not be checked in time, nothing was sent: try again", RETRY_AFTER);
  }

  /** The commit failed, or its answer was lost; billing's question will settle the hold. */
  Acceptance unknown(Throwable problem) {
    LOG.warnf("fact=acceptance-unknown reason=%s", problem);
    throw ApiException.unavailable(
        "The job may or may not have been accepted: try again with an Idempotency-Key header",
        RETRY_AFTER);
  }

  static ApiException tryAgain() {
    return ApiException.unavailable(
        "The job took too long and was given up, nothing was sent: try again", RETRY_AFTER);
  }

  /** When this fails too, the hold stays until billing asks about it. */
  private void abandon(Sending sending) {
    try {
      acceptor.abandon(sending.id(), sending.serviceName());
    } catch (SQLException | RuntimeException problem) {
      LOG.warnf("fact=not-abandoned sending=%d reason=%s", sending.id(), problem);
    }
  }
}

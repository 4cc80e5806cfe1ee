package io.facteur.chassis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Where a service says what happened. The event commits or rolls back with the change that it tells
 * of; the relay brings it to the broker afterwards, at least once.
 */
@ApplicationScoped
public class Outbox {

  /** Artemis keeps AMQP messages above 100 KiB in files of their own, so events stay well below. */
  static final int MAX_BODY = 64 * 1024;

  private static final Logger LOG = Logger.getLogger(Outbox.class);

  private final AgroalDataSource dataSource;
  private final ObjectMapper json;
  private final OutboxRelay relay;
  private final TransactionSynchronizationRegistry transaction;

  Outbox(
      AgroalDataSource dataSource,
      ObjectMapper json,
      OutboxRelay relay,
      TransactionSynchronizationRegistry transaction) {
    this.dataSource = dataSource;
    this.json = json;
    this.relay = relay;
    this.transaction = transaction;
  }

  /**
   * Adds an event to the running transaction.
   *
   * @param type such as {@code facteur.users.account.opened.v1}
   * @param body a record that becomes the JSON body
   * @throws jakarta.transaction.TransactionalException outside of a transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(String type, Object body) {
    String text = write(body);
    if (text.length() > MAX_BODY) {
      LOG.warnf("fact=large-event type=%s chars=%d limit=%d", type, text.length(), MAX_BODY);
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO outbox (type, body) VALUES (?, ?)")) {
      insert.setString(1, type);
      insert.setString(2, text);
      insert.executeUpdate();
    } catch (SQLException problem) {
      throw new EventStoreException("outbox", problem);
    }
    transaction.registerInterposedSynchronization(new NudgeAfterCommit());
  }

  private String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException problem) {
      throw new IllegalArgumentException("not an event body: " + body.getClass(), problem);
    }
  }

  private final class NudgeAfterCommit implements Synchronization {

    @Override
    public void beforeCompletion() {
      // The row is written already.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        relay.nudge();
      }
    }
  }
}

package io.facteur.billing;

import io.agroal.api.AgroalDataSource;
import io.facteur.testkit.TestBroker;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the tests have in common: accounts with credits, fresh ids, events, and a look at the rows.
 */
@ApplicationScoped
public class Scene {

  private static final AtomicLong ACCOUNTS = new AtomicLong();
  private static final AtomicLong SENDINGS = new AtomicLong(1000);

  private final AgroalDataSource dataSource;
  private final Operator operator;

  Scene(AgroalDataSource dataSource, Operator operator) {
    this.dataSource = dataSource;
    this.operator = operator;
  }

  /** A new account of the given balance in thousandths of a credit. */
  public String account(long balance) {
    String serviceName = unknownAccount();
    operator.grant(serviceName, balance);
    return serviceName;
  }

  public String unknownAccount() {
    return "sms-fa00001-" + ACCOUNTS.incrementAndGet();
  }

  public long sending() {
    return SENDINGS.incrementAndGet();
  }

  /** Sends a fact of messaging-service under a new event id, and returns the id. */
  public String tellOfMessaging(String fact, String json) {
    String id = UUID.randomUUID().toString();
    TestBroker.send("facteur.messaging.events", "facteur.messaging." + fact + ".v1", id, json);
    return id;
  }

  /** One number of one row. */
  public long number(String select, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = connection.prepareStatement(select)) {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = prepared.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }

  public void execute(String statement, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      prepared.executeUpdate();
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }

  public long balance(String serviceName, String kind) {
    return number(
        "SELECT balance FROM ledger_account WHERE service_name = ? AND kind = ?",
        serviceName,
        kind);
  }

  public long transfers(long sendingId) {
    return number("SELECT count(*) FROM transfer WHERE sending_id = ?", sendingId);
  }
}

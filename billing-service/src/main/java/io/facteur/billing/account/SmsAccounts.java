package io.facteur.billing.account;

import io.agroal.api.AgroalDataSource;
import io.facteur.billing.ledger.LedgerAccount;
import io.facteur.billing.ledger.LedgerException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The SMS accounts that billing knows, with their places in the ledger. */
@ApplicationScoped
public class SmsAccounts {

  private static final String FIND =
      "SELECT status, available, held, consumed FROM sms_account WHERE service_name = ?";

  private static final String OPEN_LEDGER =
      "INSERT INTO ledger_account (kind, service_name)"
          + " SELECT kind, ? FROM unnest(ARRAY['available', 'held', 'consumed']) AS kind"
          + " ON CONFLICT DO NOTHING";

  private static final String OPEN =
      "INSERT INTO sms_account (service_name, available, held, consumed)"
          + " SELECT service_name, min(id) FILTER (WHERE kind = 'available'),"
          + " min(id) FILTER (WHERE kind = 'held'), min(id) FILTER (WHERE kind = 'consumed')"
          + " FROM ledger_account WHERE service_name = ? AND api_user = ''"
          + " GROUP BY service_name ON CONFLICT DO NOTHING";

  private static final String APPLY =
      "UPDATE sms_account SET version = ?, customer = ?, country = ?, status = ?"
          + " WHERE service_name = ? AND version < ?";

  private final AgroalDataSource dataSource;

  SmsAccounts(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Takes over the state, unless a newer one is known; opens the account when it is new. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void apply(AccountState state) {
    String status = AccountStatus.of(state.status()).text();
    open(state.serviceName());
    try (Connection connection = dataSource.getConnection();
        PreparedStatement apply = connection.prepareStatement(APPLY)) {
      apply.setLong(1, state.version());
      apply.setString(2, state.customer());
      apply.setString(3, state.country());
      apply.setString(4, status);
      apply.setString(5, state.serviceName());
      apply.setLong(6, state.version());
      apply.executeUpdate();
    } catch (SQLException problem) {
      throw new LedgerException("account state", problem);
    }
  }

  /**
   * The account, opened empty and enabled when billing has not heard of it yet. For callers whose
   * word is as good as the event that will follow.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public SmsAccount open(String serviceName) {
    return find(serviceName)
        .orElseGet(
            () -> {
              execute(OPEN_LEDGER, serviceName);
              execute(OPEN, serviceName);
              return find(serviceName).orElseThrow();
            });
  }

  /** The account, when billing has heard of it. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Optional<SmsAccount> find(String serviceName) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, serviceName);
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? Optional.of(read(serviceName, row)) : Optional.empty();
      }
    } catch (SQLException problem) {
      throw new LedgerException("account", problem);
    }
  }

  private static SmsAccount read(String serviceName, ResultSet row) throws SQLException {
    return new SmsAccount(
        serviceName,
        AccountStatus.of(row.getString(1)),
        LedgerAccount.available(row.getLong(2)),
        LedgerAccount.held(row.getLong(3)),
        LedgerAccount.consumed(row.getLong(4)));
  }

  private void execute(String statement, String serviceName) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.setString(1, serviceName);
      prepared.executeUpdate();
    } catch (SQLException problem) {
      throw new LedgerException("opening an account", problem);
    }
  }
}

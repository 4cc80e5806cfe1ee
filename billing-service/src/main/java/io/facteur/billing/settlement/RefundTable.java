package io.facteur.billing.settlement;

import io.agroal.api.AgroalDataSource;
import io.facteur.billing.ledger.Columns;
import io.facteur.billing.ledger.LedgerException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LongSummaryStatistics;
import java.util.Set;

/** What was refunded already, and how much of each hold. */
@ApplicationScoped
class RefundTable {

  private static final String DONE =
      "SELECT reference FROM transfer WHERE kind = 'refund' AND sending_id = ANY (?)"
          + " AND sending_id BETWEEN ? AND ? AND reference = ANY (?)";

  private static final String COUNT =
      "UPDATE hold h SET refunded = r.refunded FROM unnest(?::bigint[], ?::bigint[])"
          + " AS r (sending_id, refunded) WHERE h.sending_id = r.sending_id"
          + " AND h.sending_id BETWEEN ? AND ?";

  private final AgroalDataSource dataSource;

  RefundTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Which of these messages have their refund. */
  Set<String> done(Collection<MessageRefund> refunds) {
    LongSummaryStatistics bounds =
        refunds.stream().mapToLong(MessageRefund::sendingId).summaryStatistics();
    Set<String> references = new HashSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(DONE)) {
      select.setArray(1, Columns.longs(connection, refunds, MessageRefund::sendingId));
      select.setLong(2, bounds.getMin());
      select.setLong(3, bounds.getMax());
      select.setArray(4, Columns.texts(connection, refunds, MessageRefund::reference));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          references.add(row.getString(1));
        }
      }
    } catch (SQLException problem) {
      throw new LedgerException("reading refunds", problem);
    }
    return references;
  }

  /** Notes how much of each hold has gone back by now. */
  void count(Collection<RefundableHold> holds) {
    LongSummaryStatistics bounds =
        holds.stream().mapToLong(RefundableHold::sendingId).summaryStatistics();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(COUNT)) {
      update.setArray(1, Columns.longs(connection, holds, RefundableHold::sendingId));
      update.setArray(2, Columns.longs(connection, holds, hold -> hold.refunded().thousandths()));
      update.setLong(3, bounds.getMin());
      update.setLong(4, bounds.getMax());
      update.executeUpdate();
    } catch (SQLException problem) {
      throw new LedgerException("counting refunds", problem);
    }
  }
}

package io.facteur.messaging.dispatch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Finds rows that are claimed by this life of this process and that it does not know of: a claim
 * whose commit went through although the connection broke before the answer. Seen so in two sweeps
 * in a row (a claim is unknown for a moment while it is handed over), they are freed.
 */
@ApplicationScoped
class OrphanedClaims {

  private static final Logger LOG = Logger.getLogger(OrphanedClaims.class);

  private final AgroalDataSource dataSource;
  private final Dispatcher dispatcher;
  private Set<Long> suspected = Set.of();

  OrphanedClaims(AgroalDataSource dataSource, Dispatcher dispatcher) {
    this.dataSource = dataSource;
    this.dispatcher = dispatcher;
  }

  void sweep() throws SQLException {
    Set<Long> unknown = new HashSet<>();
    for (long id : claimed()) {
      if (!dispatcher.isHeld(id)) {
        unknown.add(id);
      }
    }
    Set<Long> orphaned = new HashSet<>(unknown);
    orphaned.retainAll(suspected);
    suspected = unknown;
    if (!orphaned.isEmpty()) {
      int freed = QuarkusTransaction.requiringNew().call(() -> free(orphaned));
      LOG.warnf("fact=orphaned-claims-freed count=%d", freed);
    }
  }

  private Set<Long> claimed() throws SQLException {
    Set<Long> ids = new HashSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT message_id FROM ready WHERE claimed_by = ?")) {
      select.setLong(1, dispatcher.epoch());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    return ids;
  }

  private int free(Set<Long> orphaned) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE ready SET claimed_by = NULL WHERE message_id = ANY (?) AND claimed_by = ?")) {
      update.setArray(1, connection.createArrayOf("bigint", orphaned.toArray()));
      update.setLong(2, dispatcher.epoch());
      return update.executeUpdate();
    }
  }
}

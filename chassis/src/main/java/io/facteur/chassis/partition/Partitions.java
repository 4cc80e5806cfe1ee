package io.facteur.chassis.partition;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * For services that store rows under ids which another service allotted: makes sure that the
 * partitions of an id exist before a row is inserted. Remembers what it has covered, so that the
 * database is asked once per partition.
 */
@ApplicationScoped
public class Partitions {

  private final AgroalDataSource dataSource;

  /** Covered ranges of ids, first id to the first id after it. */
  private final ConcurrentSkipListMap<Long, Long> covered = new ConcurrentSkipListMap<>();

  Partitions(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Covers one id, in a transaction of its own. */
  public void cover(long id) {
    var range = covered.floorEntry(id);
    if (range == null || range.getValue() <= id) {
      covered.put(id, QuarkusTransaction.requiringNew().call(() -> ensure(id)));
    }
  }

  private long ensure(long id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement ensure = connection.prepareStatement("SELECT ensure_partitions(?)")) {
      ensure.setLong(1, id);
      try (ResultSet row = ensure.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}

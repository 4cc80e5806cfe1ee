package io.facteur.chassis.id;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Ids for what this service makes: unique over all replicas, growing, below 2^53 (JavaScript's
 * exact integers), and never given out before the partitions that hold them exist. Ids of a block
 * that a process did not use up are skipped for good.
 */
@ApplicationScoped
public class IdBlocks {

  /** One row update per this many ids; a restart skips at most as many. */
  private static final int BLOCK = 10_000;

  private final AgroalDataSource dataSource;
  private long next;
  private long end;

  IdBlocks(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** One id. May block for a round trip to the database. */
  public long next() {
    return next(1);
  }

  /**
   * The first of {@code amount} contiguous ids.
   *
   * @throws IllegalArgumentException when amount is below 1
   */
  public synchronized long next(int amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("amount must be at least 1, is " + amount);
    }
    if (end - next < amount) {
      int block = Math.max(BLOCK, amount);
      next = QuarkusTransaction.requiringNew().call(() -> allot(block));
      end = next + block;
    }
    long first = next;
    next += amount;
    return first;
  }

  private long allot(int amount) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement allot = connection.prepareStatement("SELECT allot_ids(?)")) {
      allot.setLong(1, amount);
      try (ResultSet row = allot.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}

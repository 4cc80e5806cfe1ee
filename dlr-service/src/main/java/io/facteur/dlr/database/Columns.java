package io.facteur.dlr.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A list of rows as the arrays that {@code unnest} takes. */
public record Columns<T>(Connection connection, List<T> rows) {

  /** One column, nulls included. */
  public Array bigints(Function<T, Long> field) throws SQLException {
    return connection.createArrayOf("bigint", rows.stream().map(field).toArray());
  }

  /** One column, nulls included. */
  public Array integers(Function<T, Integer> field) throws SQLException {
    return connection.createArrayOf("integer", rows.stream().map(field).toArray());
  }

  /** One column, nulls included. */
  public Array booleans(Function<T, Boolean> field) throws SQLException {
    return connection.createArrayOf("boolean", rows.stream().map(field).toArray());
  }

  /** One column, nulls included. */
  public Array texts(Function<T, String> field) throws SQLException {
    return connection.createArrayOf("text", rows.stream().map(field).toArray());
  }

  /** One column, nulls included. */
  public Array times(Function<T, Instant> field) throws SQLException {
    return connection.createArrayOf(
        "timestamptz", rows.stream().map(field).map(Columns::timestamp).toArray());
  }

  private static Timestamp timestamp(Instant time) {
    return time == null ? null : Timestamp.from(time);
  }
}

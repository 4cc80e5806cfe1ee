package io.facteur.billing.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Turns rows into the arrays that a set-based statement unnests. */
public final class Columns {

  private Columns() {}

  public static <T> Array longs(Connection connection, Collection<T> rows, ToLongFunction<T> column)
      throws SQLException {
    return connection.createArrayOf("int8", rows.stream().mapToLong(column).boxed().toArray());
  }

  public static <T> Array texts(
      Connection connection, Collection<T> rows, Function<T, String> column) throws SQLException {
    return connection.createArrayOf("text", rows.stream().map(column).toArray(String[]::new));
  }
}

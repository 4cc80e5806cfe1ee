package io.facteur.messaging.sending;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows turned into the array parameters that {@code unnest} takes. */
final class Columns {

  private final List<List<Object>> columns = new ArrayList<>();

  Columns(int count) {
    for (int i = 0; i < count; i++) {
      columns.add(new ArrayList<>());
    }
  }

  void row(Object... values) {
    for (int i = 0; i < columns.size(); i++) {
      Object value = values[i];
      columns.get(i).add(value instanceof Instant instant ? instant.toString() : value);
    }
  }

  void bind(Connection connection, PreparedStatement statement, String... types)
      throws SQLException {
    for (int i = 0; i < types.length; i++) {
      statement.setArray(i + 1, connection.createArrayOf(types[i], columns.get(i).toArray()));
    }
  }
}

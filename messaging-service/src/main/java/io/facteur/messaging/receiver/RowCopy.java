package io.facteur.messaging.receiver;

import io.facteur.messaging.contact.ContactRow;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams rows into the database by {@code COPY} (PostgreSQL's text format). */
final class RowCopy implements AutoCloseable {

  private static final int FLUSH_AT = 60_000;

  private final Connection connection;
  private final CopyIn copy;
  private final long loadId;
  private final StringBuilder buffer = new StringBuilder(FLUSH_AT + 4_096);

  RowCopy(Connection connection, long loadId) throws SQLException {
    this.connection = connection;
    this.loadId = loadId;
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY receiver_row (load_id, line, number, region, fields) FROM STDIN");
  }

  void row(ContactRow.Contact contact) {
    buffer.append(loadId).append('\t').append(contact.line()).append('\t');
    buffer.append(contact.number().digits()).append('\t').append(contact.number().region());
    buffer.append("\t{");
    List<String> fields = contact.fields();
    for (int i = 0; i < fields.size(); i++) {
      buffer.append(i == 0 ? "\"" : ",\"");
      element(fields.get(i));
      buffer.append('"');
    }
    buffer.append("}\n");
    if (buffer.length() > FLUSH_AT) {
      flush();
    }
  }

  void finish() throws SQLException {
    flush();
    copy.endCopy();
  }

  /** Without a {@link #finish} before it nothing is stored. */
  @Override
  public void close() throws SQLException {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } finally {
      connection.close();
    }
  }

  /** Escaped twice: for the array literal, and for the line of COPY around it. */
  private void element(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> buffer.append("\\\\\"");
        case '\\' -> buffer.append("\\\\\\\\");
        case '\n' -> buffer.append("\\n");
        case '\r' -> buffer.append("\\r");
        case '\t' -> buffer.append("\\t");
        default -> buffer.append(c);
      }
    }
  }

  private void flush() {
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    buffer.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException away) {
      throw new IllegalStateException(away);
    }
  }
}

package io.facteur.messaging.receiver;

import io.agroal.api.AgroalDataSource;
import io.facteur.messaging.contact.ContactRow;
import io.facteur.messaging.number.Msisdn;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Slots and their rows. Every method wants a transaction around it. */
@ApplicationScoped
class SlotTable {

  private static final int ROWS_AT_ONCE = 2_000;

  private static final String FIND =
      """
      SELECT csv_url, auto_update, description, load_id, columns, records, wrong_rows, loaded_at
      FROM receiver_slot WHERE service_name = ? AND slot_id = ?
      """;

  /** Writers of one slot queue here, so that each sees the rows that it replaces. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('receiver_slot ' || ? || ' ' || ?, 0))";

  private static final String DELETE_ROWS =
      """
      DELETE FROM receiver_row WHERE load_id =
          (SELECT load_id FROM receiver_slot WHERE service_name = ? AND slot_id = ? FOR UPDATE)
      """;

  private static final String REPLACE =
      """
      INSERT INTO receiver_slot (service_name, slot_id, csv_url, auto_update, description, load_id,
          columns, records, wrong_rows, loaded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (service_name, slot_id) DO UPDATE SET csv_url = excluded.csv_url,
          auto_update = excluded.auto_update, description = excluded.description,
          load_id = excluded.load_id, columns = excluded.columns, records = excluded.records,
          wrong_rows = excluded.wrong_rows, loaded_at = excluded.loaded_at
      """;

  private final AgroalDataSource dataSource;

  SlotTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  List<Integer> ids(String serviceName) throws SQLException {
    List<Integer> ids = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT slot_id FROM receiver_slot WHERE service_name = ? ORDER BY 1")) {
      select.setString(1, serviceName);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getInt(1));
        }
      }
    }
    return ids;
  }

  Optional<Slot> find(String serviceName, int slotId) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return find(connection, serviceName, slotId, "");
    }
  }

  /** Keeps the slot from being replaced until the transaction ends; false when it is empty. */
  boolean read(Slot.Source source, Function<Slot, Consumer<ContactRow.Contact>> action)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Optional<Slot> slot = find(connection, source.serviceName(), source.slotId(), "FOR SHARE");
      if (slot.isPresent()) {
        readRows(connection, slot.get().loadId(), action.apply(slot.get()));
      }
      return slot.isPresent();
    }
  }

  private static void readRows(
      Connection connection, long loadId, Consumer<ContactRow.Contact> action) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT line, number, region, fields FROM receiver_row WHERE load_id = ?"
                + " ORDER BY line")) {
      select.setLong(1, loadId);
      select.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          action.accept(
              new ContactRow.Contact(
                  row.getLong(1),
                  new Msisdn(row.getString(2), row.getString(3)),
                  texts(row.getArray(4))));
        }
      }
    }
  }

  long nextLoad() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement("SELECT nextval('receiver_load')");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  RowCopy copyRows(long loadId) throws SQLException {
    return new RowCopy(dataSource.getConnection(), loadId);
  }

  /** Lets a slot show its new rows, and removes the old ones. */
  void replace(Slot slot) throws SQLException {
    Slot.Source source = slot.source();
    deleteRows(source.serviceName(), source.slotId());
    try (Connection connection = dataSource.getConnection();
        PreparedStatement upsert = connection.prepareStatement(REPLACE)) {
      upsert.setString(1, source.serviceName());
      upsert.setInt(2, source.slotId());
      upsert.setString(3, source.csvUrl());
      upsert.setBoolean(4, source.autoUpdate());
      upsert.setString(5, source.description());
      upsert.setLong(6, slot.loadId());
      upsert.setArray(
          7,
          slot.columns().isEmpty()
              ? null
              : connection.createArrayOf("text", slot.columns().toArray()));
      upsert.setInt(8, slot.records());
      upsert.setArray(9, connection.createArrayOf("text", slot.wrongRows().toArray()));
      upsert.setObject(10, slot.loadedAt());
      upsert.executeUpdate();
    }
  }

  /** Whether there was anything. */
  boolean delete(String serviceName, int slotId) throws SQLException {
    deleteRows(serviceName, slotId);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM receiver_slot WHERE service_name = ? AND slot_id = ?")) {
      delete.setString(1, serviceName);
      delete.setInt(2, slotId);
      return delete.executeUpdate() == 1;
    }
  }

  private void deleteRows(String serviceName, int slotId) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK);
        PreparedStatement delete = connection.prepareStatement(DELETE_ROWS)) {
      lock.setString(1, serviceName);
      lock.setString(2, Integer.toString(slotId));
      lock.execute();
      delete.setString(1, serviceName);
      delete.setInt(2, slotId);
      delete.executeUpdate();
    }
  }

  private static Optional<Slot> find(
      Connection connection, String serviceName, int slotId, String lock) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND + lock)) {
      select.setString(1, serviceName);
      select.setInt(2, slotId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(slot(serviceName, slotId, row)) : Optional.empty();
      }
    }
  }

  private static Slot slot(String serviceName, int slotId, ResultSet row) throws SQLException {
    return new Slot(
        new Slot.Source(serviceName, slotId, row.getString(1), row.getBoolean(2), row.getString(3)),
        row.getLong(4),
        texts(row.getArray(5)),
        row.getInt(6),
        texts(row.getArray(7)),
        row.getObject(8, OffsetDateTime.class));
  }

  private static List<String> texts(Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}

package io.facteur.messaging.outgoing;

import io.facteur.chassis.error.ApiException;
import io.facteur.messaging.message.MessageState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** An account's messages: those that wait (jobs) and those that left (outgoing). */
@ApplicationScoped
public class Outgoing {

  /** Ids in one list; OVH's lists have no pages, so the latest ones are shown. */
  private static final int LONGEST_LIST = 10_000;

  private final OutgoingTable table;
  private final CancelTable cancellations;

  Outgoing(OutgoingTable table, CancelTable cancellations) {
    this.table = table;
    this.cancellations = cancellations;
  }

  /**
   * One message, wherever it is in its life, so that who has its id can always follow it.
   *
   * @throws ApiException 404 when the account has no such message, or it was cancelled
   */
  public OutgoingView get(String serviceName, long id) throws SQLException {
    return table
        .find(serviceName, id)
        .filter(found -> found.state() != MessageState.CANCELLED)
        .map(OutgoingTable.Found::view)
        .orElseThrow(() -> ApiException.noSuchObject("id", id));
  }

  /**
   * One message that waits.
   *
   * @throws ApiException 404 when none of that id waits
   */
  public OutgoingView getPending(String serviceName, long id) throws SQLException {
    return table
        .find(serviceName, id)
        .filter(found -> found.state() == MessageState.WAITING)
        .map(OutgoingTable.Found::view)
        .orElseThrow(() -> ApiException.noSuchObject("id", id));
  }

  /** Ids that wait, the oldest first. */
  public List<Long> pending(String serviceName) throws SQLException {
    return table.pending(serviceName, LONGEST_LIST);
  }

  /** Ids that left, the latest first. */
  public List<Long> sent(String serviceName, OutgoingFilter filter) throws SQLException {
    return table.sent(serviceName, filter, LONGEST_LIST);
  }

  /**
   * Takes a waiting message back; its credits return.
   *
   * @throws ApiException 404 when the account has no such message, 409 when it is on its way
   */
  public void cancel(String serviceName, long id) throws SQLException {
    if (!cancellations.cancel(serviceName, id)) {
      get(serviceName, id);
      throw ApiException.conflict(
          "The message " + id + " is on its way to the operator and can't be cancelled any more");
    }
  }
}

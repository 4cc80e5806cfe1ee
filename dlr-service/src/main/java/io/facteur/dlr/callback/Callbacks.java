package io.facteur.dlr.callback;

import io.facteur.dlr.database.AfterCommit;
import io.facteur.dlr.settings.AccountSettings;
import io.facteur.dlr.settings.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns changes of messages into calls, in the transaction of the change. A call goes to the URL
 * that the account has now, once its settings are known as far as the message had seen them; until
 * then it waits. As long as there is room in memory, a new call is claimed in its insert and made
 * right after the commit.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Callbacks {

  private final CallbackTable table;
  private final SettingsTable settings;
  private final Dispatcher dispatcher;
  private final InstanceLease lease;
  private final AfterCommit afterCommit;
  private final CallbackConfig config;
  private final Clock clock;

  Callbacks(
      CallbackTable table,
      SettingsTable settings,
      Dispatcher dispatcher,
      InstanceLease lease,
      AfterCommit afterCommit,
      CallbackConfig config,
      Clock clock) {
    this.table = table;
    this.settings = settings;
    this.dispatcher = dispatcher;
    this.lease = lease;
    this.afterCommit = afterCommit;
    this.config = config;
    this.clock = clock;
  }

  /** Whether customers are told as well that a message was handed to an operator. */
  public boolean tellsSubmitted() {
    return config.submitted();
  }

  /**
   * Asks for calls. A passing state is not told while an earlier call about the same message has
   * failed and waits for its next attempt; a final one takes the place of passing ones that were
   * not yet told.
   */
  public void request(List<CallbackRequest> requests) throws SQLException {
    if (requests.isEmpty()) {
      return;
    }
    Map<String, AccountSettings> accounts = accounts(requests);
    List<CallbackRequest> wanted =
        requests.stream().filter(request -> isWanted(request, accounts)).toList();
    List<NewCallback> rows = rows(withoutPassed(wanted), accounts);
    if (rows.isEmpty()) {
      return;
    }
    List<Callback> claimed =
        rows.stream()
            .filter(NewCallback::claimed)
            .map(row -> row.claimedBy(accounts.get(row.request().serviceName())))
            .toList();
    if (!claimed.isEmpty()) {
      afterCommit.runOr(() -> dispatcher.offer(claimed), () -> giveRoomBack(claimed));
    }
    table.insert(rows, lease.epoch(), clock.instant());
  }

  /** What is known of the accounts; waits for no event, but lets none come in between. */
  private Map<String, AccountSettings> accounts(List<CallbackRequest> requests)
      throws SQLException {
    Set<String> names =
        requests.stream().map(CallbackRequest::serviceName).collect(Collectors.toSet());
    Map<String, AccountSettings> known = new HashMap<>(settings.read(names));
    Set<String> behind =
        requests.stream()
            .filter(request -> !isReached(request, known))
            .map(CallbackRequest::serviceName)
            .collect(Collectors.toSet());
    if (!behind.isEmpty()) {
      known.putAll(settings.readAndHold(behind));
    }
    return known;
  }

  private static boolean isReached(CallbackRequest request, Map<String, AccountSettings> known) {
    AccountSettings account = known.get(request.serviceName());
    return account != null
        && account.version() > 0
        && account.version() >= request.settingsVersion();
  }

  private static boolean isWanted(CallbackRequest request, Map<String, AccountSettings> known) {
    return !isReached(request, known) || known.get(request.serviceName()).callBack().isPresent();
  }

  private List<CallbackRequest> withoutPassed(List<CallbackRequest> wanted) throws SQLException {
    List<Long> passing =
        wanted.stream()
            .filter(CallbackRequest::passing)
            .filter(request -> request.change() > 1)
            .map(CallbackRequest::messageId)
            .toList();
    List<Long> ended =
        wanted.stream()
            .filter(request -> !request.passing() && request.change() > 1)
            .map(CallbackRequest::messageId)
            .toList();
    Set<Long> skipped = passing.isEmpty() ? Set.of() : new HashSet<>(table.retrying(passing));
    if (!ended.isEmpty()) {
      table.dropPassing(ended);
    }
    return wanted.stream()
        .filter(request -> !request.passing() || !skipped.contains(request.messageId()))
        .toList();
  }

  private List<NewCallback> rows(
      List<CallbackRequest> requests, Map<String, AccountSettings> accounts) {
    List<NewCallback> rows = new ArrayList<>(requests.size());
    for (CallbackRequest request : requests) {
      if (!isReached(request, accounts)) {
        rows.add(NewCallback.waiting(request));
        continue;
      }
      String url = accounts.get(request.serviceName()).callBack().orElseThrow();
      Optional<String> lane = CallbackUrl.lane(url);
      rows.add(
          lane.map(name -> due(request, url, name))
              .orElseGet(() -> NewCallback.impossible(request, url)));
    }
    return rows;
  }

  private NewCallback due(CallbackRequest request, String url, String lane) {
    return NewCallback.due(request, url, lane, dispatcher.reserve(lane, 1) == 1);
  }

  private void giveRoomBack(List<Callback> claimed) {
    claimed.forEach(callback -> dispatcher.release(callback.lane(), 1));
  }
}

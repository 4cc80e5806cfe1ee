package io.facteur.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.facteur.local.client.ApiClient;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The messages of one account with one tag, as the API shows them now. */
final class SentMessages {

  private static final int DELIVERED = 1;
  private static final int FAILED = 2;
  private static final int NOT_BILLED = 16;

  private final ApiClient api;
  private final String account;
  private final String tag;

  SentMessages(ApiClient api, String account, String tag) {
    this.api = api;
    this.account = account;
    this.tag = tag;
  }

  /** Ids of those that left, or were refused. */
  Set<Long> all() throws IOException {
    return ids(account + "/outgoing?tag=" + tag);
  }

  Set<Long> delivered() throws IOException {
    return withReceipt(DELIVERED);
  }

  /** Those that left and have no final state yet. */
  Set<Long> withoutEnd() throws IOException {
    Set<Long> ids = all();
    ids.removeAll(delivered());
    ids.removeAll(withReceipt(FAILED));
    ids.removeAll(refused());
    return ids;
  }

  /** Refused and paid back. */
  Set<Long> refused() throws IOException {
    return withReceipt(NOT_BILLED);
  }

  /** Ids of what the account has still to send, whatever its tag. */
  Set<Long> waiting() throws IOException {
    return ids(account + "/jobs");
  }

  String text(long id) throws IOException {
    return api.get(account + "/outgoing/" + id).path("message").asText();
  }

  private Set<Long> withReceipt(int receipt) throws IOException {
    return ids(account + "/outgoing?tag=" + tag + "&deliveryReceipt=" + receipt);
  }

  private Set<Long> ids(String path) throws IOException {
    Set<Long> ids = new HashSet<>();
    for (JsonNode id : api.get(path)) {
      ids.add(id.asLong());
    }
    return ids;
  }
}

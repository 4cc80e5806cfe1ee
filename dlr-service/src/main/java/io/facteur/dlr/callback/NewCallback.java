package io.facteur.dlr.callback;

import io.facteur.dlr.settings.AccountSettings;

/**
 * A row to be inserted.
 *
 * @param url null while the account's settings are awaited
 * @param lane null with it, empty when the URL is none
 * @param problem why the call can't be made, or null
 * @param claimed whether this instance makes the call at once
 */
record NewCallback(
    CallbackRequest request,
    String state,
    String url,
    String lane,
    String problem,
    boolean claimed) {

  static NewCallback waiting(CallbackRequest request) {
    return new NewCallback(request, "waiting", null, null, null, false);
  }

  static NewCallback due(CallbackRequest request, String url, String lane, boolean claimed) {
    return new NewCallback(request, "due", url, lane, null, claimed);
  }

  static NewCallback impossible(CallbackRequest request, String url) {
    return new NewCallback(request, "dead", url, "", Problems.NO_URL, false);
  }

  CallbackKey key() {
    return request.key();
  }

  /** The call in memory, for a claimed row. */
  Callback claimedBy(AccountSettings settings) {
    return new Callback(
        key(),
        request.serviceName(),
        request.state(),
        request.at(),
        url,
        lane,
        0,
        settings.secrets());
  }
}

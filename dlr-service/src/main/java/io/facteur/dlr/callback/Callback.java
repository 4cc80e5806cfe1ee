package io.facteur.dlr.callback;

import io.facteur.dlr.ptt.DeliveryState;
import io.facteur.dlr.settings.Secret;
import java.time.Instant;
import java.util.List;

/**
 * A call that this instance has claimed.
 *
 * @param url the customer's, as he gave it
 * @param lane the host that it goes to, see {@link CallbackUrl#lane}
 * @param attempts made before
 */
record Callback(
    CallbackKey key,
    String serviceName,
    DeliveryState state,
    Instant at,
    String url,
    String lane,
    int attempts,
    List<Secret> secrets) {}

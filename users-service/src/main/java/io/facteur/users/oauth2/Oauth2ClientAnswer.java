package io.facteur.users.oauth2;

import io.facteur.users.rule.AccessRule;
import java.time.Instant;
import java.util.List;

/**
 * A client as the operator and the gateway see it.
 *
 * @param clientId its id
 * @param customer in whose name it calls
 * @param name what people call it
 * @param state {@code validated}, or {@code expired} once it was revoked
 * @param rules what its tokens may call
 * @param createdAt when it was made
 */
record Oauth2ClientAnswer(
    String clientId,
    String customer,
    String name,
    String state,
    List<AccessRule> rules,
    Instant createdAt) {}

package io.facteur.gateway.route;

import io.facteur.gateway.credential.Credential;
import io.vertx.core.buffer.Buffer;

/**
 * A call whose caller is known and may make it.
 *
 * @param call what is called
 * @param credential by whom
 * @param body with what; possibly empty
 */
record Admission(Call call, Credential credential, Buffer body) {}

package io.facteur.users.operator;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * The keys with which the operator calls {@code /admin} the first time: letters, digits, - and _, 8
 * to 64 of them. All three or none. A changed secret is taken over at the next start; a changed key
 * makes a second credential, the first one is to be revoked.
 */
@ConfigMapping(prefix = "facteur.operator")
interface OperatorConfig {

  /** Application key; none by default, then no credential is made. */
  Optional<String> applicationKey();

  /** Application secret. */
  Optional<String> applicationSecret();

  /** Consumer key. */
  Optional<String> consumerKey();
}

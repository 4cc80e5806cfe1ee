package io.facteur.users.secret;

import io.smallrye.config.ConfigMapping;

/** Where the secrets that must stay readable get their protection from. */
@ConfigMapping(prefix = "facteur.secrets")
public interface SecretsConfig {

  /**
   * Key that encrypts application secrets at rest: 32 random bytes in base64 (AES-256). Without it
   * the stored secrets are lost; there is no default.
   */
  String key();
}

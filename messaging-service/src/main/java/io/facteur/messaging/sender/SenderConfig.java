package io.facteur.messaging.sender;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How senders come to be. */
@ConfigMapping(prefix = "facteur.senders")
public interface SenderConfig {

  /** Enable a new sender at once, as the local stack does; otherwise an operator validates it. */
  @WithDefault("false")
  boolean autoValidate();

  /** Senders that one account may have: a name is to be recognised, not to be varied. */
  @WithDefault("100")
  int perAccount();
}

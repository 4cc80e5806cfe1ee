package io.facteur.messaging.dispatch;

import io.facteur.messaging.smpp.LinkSettings;
import io.facteur.messaging.smpp.SmppLink;

/** Makes SMPP sessions whose receipts and replies go where this service wants them. */
public interface SmppLinks {

  /** A link that is not yet open. */
  SmppLink create(LinkSettings settings);
}

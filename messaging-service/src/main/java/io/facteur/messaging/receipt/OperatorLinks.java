package io.facteur.messaging.receipt;

import io.facteur.messaging.dispatch.SmppLinks;
import io.facteur.messaging.smpp.LinkSettings;
import io.facteur.messaging.smpp.Reply;
import io.facteur.messaging.smpp.SmppLink;
import io.facteur.messaging.smpp.TcpSmppLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** SMPP sessions over TCP whose receipts are written before they are acknowledged. */
@ApplicationScoped
public class OperatorLinks implements SmppLinks {

  private static final Logger LOG = Logger.getLogger(OperatorLinks.class);

  private final ReceiptWriter receipts;
  private final Clock clock;

  OperatorLinks(ReceiptWriter receipts, Clock clock) {
    this.receipts = receipts;
    this.clock = clock;
  }

  @Override
  public SmppLink create(LinkSettings settings) {
    return new TcpSmppLink(
        settings, receipts, OperatorLinks::keepAtOperator, clock, new SecureRandom());
  }

  /** Replies have no place here yet; not acknowledged, they stay with the operator. */
  private static CompletionStage<Void> keepAtOperator(String link, Reply reply) {
    LOG.warnf("fact=reply-not-taken link=%s %s", link, reply);
    return CompletableFuture.failedStage(new IllegalStateException("replies are not taken yet"));
  }
}

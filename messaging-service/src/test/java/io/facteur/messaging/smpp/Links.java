package io.facteur.messaging.smpp;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Opens links for tests. */
final class Links {

  private Links() {}

  static SmppLink bound(LinkSettings settings, Inbox inbox) {
    SmppLink link = opened(settings, inbox);
    await().atMost(Duration.ofSeconds(10)).until(link::isBound);
    return link;
  }

  static SmppLink opened(LinkSettings settings, Inbox inbox) {
    SmppLink link = new TcpSmppLink(settings, inbox, inbox, Clock.systemUTC(), new Random(1));
    link.open();
    return link;
  }

  /** The result of one submit; waits for it. */
  static SubmitResult submit(SmppLink link, Segment segment) throws Exception {
    return link.submit(segment).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}

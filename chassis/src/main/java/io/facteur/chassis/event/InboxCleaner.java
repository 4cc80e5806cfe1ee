package io.facteur.chassis.event;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Keeps the inbox as long as its retention says. */
@ApplicationScoped
public class InboxCleaner {

  private final InboxTable inbox;
  private final EventsConfig config;
  private final Clock clock;

  InboxCleaner(InboxTable inbox, EventsConfig config, Clock clock) {
    this.inbox = inbox;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void clean() {
    inbox.deleteOlderThan(clock.instant().minus(config.inboxRetention()));
  }
}

package io.facteur.messaging.sending;

import io.facteur.messaging.dispatch.Dispatcher;
import io.facteur.messaging.dispatch.Submission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fresh messages that the local dispatcher has room for: they are inserted as claimed and handed
 * over in memory after the commit, which saves reading them back.
 */
final class LocalClaims implements SendingStore.Placement {

  private final Dispatcher dispatcher;
  private final long epoch;
  private final List<Claim> claims = new ArrayList<>();
  private final Set<String> toBeClaimed = new HashSet<>();

  LocalClaims(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
    this.epoch = dispatcher.epoch();
  }

  @Override
  public Long claimFor(Sending sending, NewMessage message) {
    boolean single = sending.messages().size() == 1 && sending.scheduledAt() == null;
    if (!single || dispatcher.reserve(sending.link(), 1) == 0) {
      if (sending.scheduledAt() == null) {
        toBeClaimed.add(sending.link());
      }
      return null;
    }
    claims.add(new Claim(sending, message));
    return epoch;
  }

  /** The commit is done: what was accepted goes to the dispatcher, or is its to claim. */
  void handOver(Map<Long, Acceptance> outcome) {
    for (Claim claim : claims) {
      boolean accepted = outcome.get(claim.sending().id()) == Acceptance.ACCEPTED;
      boolean mine = dispatcher.epoch() == epoch;
      dispatcher.fill(
          claim.sending().link(), 1, accepted && mine ? List.of(claim.submission()) : List.of());
    }
    toBeClaimed.forEach(dispatcher::nudge);
  }

  /** Nothing was committed. */
  void drop() {
    claims.forEach(claim -> dispatcher.fill(claim.sending().link(), 1, List.of()));
  }

  private record Claim(Sending sending, NewMessage message) {
    Submission submission() {
      return new Submission(
          new Submission.Content(
              message.id(),
              sending.id(),
              sending.serviceName(),
              sending.apiUser(),
              sending.settingsVersion(),
              sending.sender(),
              message.receiver(),
              message.text(),
              sending.messageClass(),
              message.amount(),
              sending.expiresAt()),
          0,
          0,
          0);
    }
  }
}

package io.facteur.billing.settlement;

import java.util.List;

/** Body of {@code sending.accepted} and {@code sending.abandoned}, as far as billing reads it. */
record SendingsFact(List<SendingRef> sendings) {

  SendingsFact {
    sendings = List.copyOf(sendings);
  }
}

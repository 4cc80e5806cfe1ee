package io.facteur.billing.settlement;

import java.util.List;

/** Body of {@code messages.refused} and {@code messages.cancelled}, as far as billing reads it. */
record MessagesFact(List<MessageRefund> messages) {

  MessagesFact {
    messages = List.copyOf(messages);
  }
}

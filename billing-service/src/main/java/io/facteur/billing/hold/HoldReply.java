package io.facteur.billing.hold;

import java.util.List;

/** The answers to one request, in its order. */
public record HoldReply(List<HoldAnswer> answers) {

  public HoldReply {
    answers = List.copyOf(answers);
  }
}

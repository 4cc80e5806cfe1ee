package io.facteur.dlr.callback;

import java.time.Duration;
import java.util.Optional;

/** How an attempt ended. */
sealed interface Outcome {

  /** Answered with 2xx. */
  record Delivered() implements Outcome {}

  /**
   * Anything else; to be tried again.
   *
   * @param problem in words, for the customer and the operator
   * @param retryAfter what the host asks for
   * @param hostFailed whether it tells that the host is in trouble, rather than this one request
   */
  record Failed(String problem, Optional<Duration> retryAfter, boolean hostFailed)
      implements Outcome {}

  /** Answered with 410: not to be called again. */
  record Gone() implements Outcome {}

  /** Not tried: handed back to be tried by anyone. */
  record Returned() implements Outcome {}
}

package io.facteur.gateway.error;

import io.facteur.chassis.error.ErrorBody;
import io.netty.handler.codec.http.HttpResponseStatus;

/** A call that the gateway does not let through: an expected outcome, so without a stack trace. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  Refused(Refusal refusal, String message) {
    super(message, null, false, false);
    this.refusal = refusal;
  }

  /** Which refusal it is. */
  public Refusal refusal() {
    return refusal;
  }

  /** The status that a failed call is answered with. */
  public static int statusOf(Throwable problem) {
    return (problem instanceof Refused refused ? refused.refusal : Refusal.UNEXPECTED).status();
  }

  /** The refusal as the caller reads it. */
  ErrorBody body() {
    return new ErrorBody(
        refusal.errorClass(),
        getMessage(),
        HttpResponseStatus.valueOf(refusal.status()).toString(),
        refusal.errorCode(),
        null);
  }
}

package io.facteur.messaging.hold;

/** Billing did not answer in time; whether it holds the credits is not known. */
public final class HoldTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HoldTimeoutException(String reason) {
    super(reason, null, false, false);
  }
}

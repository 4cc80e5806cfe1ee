package io.facteur.smsc.control;

/** What was asked makes no sense; the message says what would. */
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  BadRequestException(String message) {
    super(message);
  }
}

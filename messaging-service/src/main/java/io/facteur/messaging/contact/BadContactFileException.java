package io.facteur.messaging.contact;

/** The file as a whole can't be read as a list of contacts; the message says why, after a verb. */
public final class BadContactFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadContactFileException(String problem) {
    super(problem, null, false, false);
  }
}

package io.facteur.messaging.sending;

/** What became of a sending that asked to be accepted. */
public enum Acceptance {
  /** In the database, and so are its messages. */
  ACCEPTED,
  /** Its id was burnt meanwhile: too late, and its hold goes back. */
  ABANDONED,
  /** Another request under the same key was accepted first; this one's hold goes back. */
  REPEATED
}

package io.facteur.users.token;

/** The life of a signing key, in this order and no other. */
enum KeyState {
  /** In the JWKS, so that all who verify know it before it signs. */
  PUBLISHED,
  /** Signs; one key at a time. */
  ACTIVE,
  /** Signs no more, but tokens that it signed are still about. */
  PASSIVE,
  /** No valid token of it is left. */
  GONE;

  boolean canBecome(KeyState next) {
    return switch (this) {
      case PUBLISHED -> next == ACTIVE;
      case ACTIVE -> next == PASSIVE;
      case PASSIVE -> next == GONE;
      case GONE -> false;
    };
  }
}

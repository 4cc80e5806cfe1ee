package io.facteur.dlr.callback;

/** Words for calls that are given up without a failed attempt of their own. */
final class Problems {

  static final String GONE = "the URL answered 410 and is not called again";
  static final String NO_URL = "the callback is no valid URL";
  static final String TOO_OLD = "given up because of its age";

  private Problems() {}
}

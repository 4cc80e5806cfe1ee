package io.facteur.dlr.ptt;

/** {@code sms.PttDetails} of the API. */
public record PttDetails(String comment, String description, PttDuration duration) {

  static PttDetails of(Ptt ptt) {
    return new PttDetails(ptt.comment(), ptt.description(), ptt.duration());
  }
}

package io.facteur.dlr.tracking;

import io.facteur.dlr.ptt.DeliveryState;

/**
 * One time that a segment was handed to an operator.
 *
 * @param segment from 0
 * @param link the operator's link
 * @param operatorId the operator's id for it, or null when its answer was never heard
 * @param outcome what the operator finally reported, or null
 */
record Submission(int segment, String link, String operatorId, DeliveryState outcome) {

  /** Whether a receipt can be about it. */
  boolean identified() {
    return operatorId != null;
  }

  boolean is(String otherLink, String otherOperatorId) {
    return identified() && operatorId.equals(otherOperatorId) && link.equals(otherLink);
  }

  Submission reported(DeliveryState state) {
    return new Submission(segment, link, operatorId, state);
  }
}

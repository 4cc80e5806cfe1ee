package io.facteur.dlr.tracking;

import java.time.Duration;

/**
 * How long a message is waited for.
 *
 * @param silence after the end of its validity, for a late receipt
 * @param unknown after a submission of unknown outcome, for another submission of the same segment
 * @param siblings after the first failed segment, for the receipts of the others
 */
record Patience(Duration silence, Duration unknown, Duration siblings) {}

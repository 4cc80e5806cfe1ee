package io.facteur.messaging.dispatch;

import io.facteur.messaging.smpp.SubmitResult;
import java.time.Instant;

/** The operator's answer to one segment. */
record SegmentResult(Submission submission, int segment, SubmitResult answer, Instant at) {}

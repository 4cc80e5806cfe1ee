package io.facteur.messaging.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Segments for tests. */
final class Segments {

  private Segments() {}

  static Segment to(String receiver, String text) {
    return new Segment(
        1,
        0,
        1,
        "Facteur",
        receiver,
        text.getBytes(StandardCharsets.US_ASCII),
        false,
        (byte) 0,
        false,
        Duration.ofHours(1),
        true);
  }
}

package io.facteur.smsc.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class DistinctKeysTest {

  @Test
  void tellsNewKeysFromRepeats() {
    DistinctKeys keys = new DistinctKeys();
    int fresh = 0;
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 200_000; i++) {
        fresh += keys.add(Fingerprint.start().add("receiver" + i).value()) ? 1 : 0;
      }
    }
    assertEquals(200_000, fresh);
    assertFalse(keys.isFull());
  }

  @Test
  void fingerprintsDependOnEveryField() {
    long one = Fingerprint.start().add("33600000000").add(1).add(new byte[] {1, 2}).value();
    long two = Fingerprint.start().add("33600000000").add(2).add(new byte[] {1, 2}).value();
    long three = Fingerprint.start().add("33600000000").add(1).add(new byte[] {2, 1}).value();
    assertEquals(3, java.util.stream.LongStream.of(one, two, three).distinct().count());
  }
}

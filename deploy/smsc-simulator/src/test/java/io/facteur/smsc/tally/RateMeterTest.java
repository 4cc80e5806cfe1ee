package io.facteur.smsc.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RateMeterTest {

  @Test
  void countsTheLastWholeSecondAndThePeak() {
    RateMeter rate = new RateMeter();
    for (int i = 0; i < 7; i++) {
      rate.count(1_000_500);
    }
    rate.count(1_001_000);

    assertEquals(7, rate.lastSecond(1_001_900));
    assertEquals(1, rate.lastSecond(1_002_000));
    assertEquals(0, rate.lastSecond(1_900_000));
    assertEquals(7, rate.peak());
  }
}

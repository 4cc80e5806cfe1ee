package io.facteur.billing.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of credits, exact: destinations cost 0.4, 0.5, 0.8 … of a credit.
 *
 * @param thousandths of a credit; negative only as a difference
 */
public record Credits(long thousandths) implements Comparable<Credits> {

  /** No credits at all. */
  public static final Credits NONE = new Credits(0);

  private static final int DECIMALS = 3;

  /**
   * The amount that a decimal number of credits stands for.
   *
   * @throws ArithmeticException when it has more than 3 decimals or is beyond the range of a long
   */
  public static Credits of(BigDecimal credits) {
    return new Credits(
        credits
            .setScale(DECIMALS, RoundingMode.UNNECESSARY)
            .movePointRight(DECIMALS)
            .longValueExact());
  }

  /** As the API writes it: {@code 1000.0}, {@code 0.4}. */
  public BigDecimal toDecimal() {
    BigDecimal decimal = BigDecimal.valueOf(thousandths, DECIMALS).stripTrailingZeros();
    return decimal.scale() < 1 ? decimal.setScale(1, RoundingMode.UNNECESSARY) : decimal;
  }

  public Credits plus(Credits other) {
    return new Credits(Math.addExact(thousandths, other.thousandths));
  }

  public Credits minus(Credits other) {
    return new Credits(Math.subtractExact(thousandths, other.thousandths));
  }

  public boolean isPositive() {
    return thousandths > 0;
  }

  /** The smaller of the two. */
  public Credits atMost(Credits limit) {
    return compareTo(limit) > 0 ? limit : this;
  }

  @Override
  public int compareTo(Credits other) {
    return Long.compare(thousandths, other.thousandths);
  }

  @Override
  public String toString() {
    return toDecimal().toPlainString();
  }
}

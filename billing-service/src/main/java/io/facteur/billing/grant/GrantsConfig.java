package io.facteur.billing.grant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Limits of what an operator may grant. */
@ConfigMapping(prefix = "facteur.billing.grants")
public interface GrantsConfig {

  /** Credits in one grant: a typing error beyond it is caught, and sums stay far below a long. */
  @WithDefault("1000000000")
  BigDecimal maxCredits();

  /** Characters of a reference: room for an invoice's number and a line of text. */
  @WithDefault("200")
  int maxReference();
}

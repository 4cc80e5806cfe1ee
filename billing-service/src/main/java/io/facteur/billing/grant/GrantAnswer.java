package io.facteur.billing.grant;

import java.math.BigDecimal;

/**
 * What a grant led to.
 *
 * @param creditsLeft credits available right after the grant; a repeat gets the same figure
 */
public record GrantAnswer(BigDecimal creditsLeft) {}

package io.facteur.billing.balance;

import java.math.BigDecimal;

/**
 * The credits of an SMS account, under the names of the API's {@code sms.Account}.
 *
 * @param creditsLeft what the account itself can spend
 * @param creditsHoldByQuota what its API users can spend of their quotas
 * @param userQuantityWithQuota how many API users have one
 */
public record BalanceAnswer(
    BigDecimal creditsLeft, BigDecimal creditsHoldByQuota, long userQuantityWithQuota) {}

package io.facteur.messaging.job;

import io.facteur.chassis.error.ApiException;
import io.facteur.messaging.hold.HoldAnswer;
import io.facteur.messaging.sending.Sending;

/** Billing's no, in the client's words. */
final class Refusal {

  private static final double THOUSANDTHS = 1000.0;

  private Refusal() {}

  static ApiException of(HoldAnswer answer, Sending sending) {
    return switch (answer.outcome()) {
      case "quotaReached" ->
          ApiException.paymentRequired(
              "QUOTA_REACHED",
              "The quota of the API user "
                  + sending.apiUser()
                  + " has "
                  + answer.available() / THOUSANDTHS
                  + " credits left, this job takes "
                  + sending.amount() / THOUSANDTHS
                  + ": raise the quota");
      case "accountDisabled", "unknownAccount" -> disabled(sending.serviceName());
      case "voided" -> GivenUp.tryAgain();
      default ->
          ApiException.paymentRequired(
              "NOT_ENOUGH_CREDITS",
              "The account has "
                  + answer.available() / THOUSANDTHS
                  + " credits left, this job takes "
                  + sending.amount() / THOUSANDTHS
                  + ": add credits");
    };
  }

  static ApiException disabled(String serviceName) {
    return ApiException.forbidden(
        "ACCOUNT_DISABLED", "The account " + serviceName + " may not send at present");
  }
}

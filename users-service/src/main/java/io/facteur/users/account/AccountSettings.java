package io.facteur.users.account;

import io.facteur.chassis.error.ApiException;
import io.facteur.users.input.Fields;
import io.facteur.users.input.HttpUrl;
import io.facteur.users.input.Text;
import java.util.List;
import java.util.Set;

/**
 * What the owner of an account may change ({@code PUT /sms/{serviceName}}).
 *
 * @param description at most 255 characters
 * @param callBack URL called with delivery reports, or null
 * @param stopCallBack URL called when a receiver answers STOP, or null
 * @param automaticRecreditAmount credits to order when they run low, or null for none
 * @param creditThresholdForAutomaticRecredit credits below which they are ordered
 * @param smsResponse what happens with answers
 * @param templates own texts for passing answers on
 */
record AccountSettings(
    String description,
    String callBack,
    String stopCallBack,
    Long automaticRecreditAmount,
    double creditThresholdForAutomaticRecredit,
    SmsResponse smsResponse,
    Templates templates) {

  static final int MAX_DESCRIPTION = 255;

  private static final List<String> NAMES =
      List.of(
          "description",
          "callBack",
          "stopCallBack",
          "automaticRecreditAmount",
          "creditThresholdForAutomaticRecredit",
          "smsResponse",
          "templates");
  private static final Set<Long> RECREDIT_AMOUNTS =
      Set.of(100L, 200L, 250L, 500L, 1_000L, 5_000L, 10_000L);
  private static final double MAX_THRESHOLD = 1e9;

  static AccountSettings initial(String description) {
    return new AccountSettings(description, null, null, null, 0, SmsResponse.NONE, Templates.NONE);
  }

  /**
   * These with the fields of a partial body. A field that is missing stays; so does one that is
   * null and can't be; fields that can't be written are ignored.
   *
   * @throws ApiException 400 that names the field which is wrong
   */
  AccountSettings with(Fields fields) {
    fields.refuseMisspelled(NAMES);
    String text =
        fields.text(
            "description",
            description,
            (path, value) -> Text.optionalLine(path, value, MAX_DESCRIPTION));
    return new AccountSettings(
        text == null ? description : text,
        fields.text("callBack", callBack, HttpUrl::check),
        fields.text("stopCallBack", stopCallBack, HttpUrl::check),
        amount(fields),
        threshold(fields),
        fields.object("smsResponse", smsResponse, smsResponse::with),
        fields.object("templates", templates, templates::with));
  }

  private Long amount(Fields fields) {
    Long amount = fields.wholeNumber("automaticRecreditAmount", automaticRecreditAmount);
    if (amount != null && !RECREDIT_AMOUNTS.contains(amount)) {
      throw ApiException.invalid(
          "automaticRecreditAmount",
          "must be one of 100, 200, 250, 500, 1000, 5000, 10000, or null for none");
    }
    return amount;
  }

  private double threshold(Fields fields) {
    String name = "creditThresholdForAutomaticRecredit";
    double credits = fields.number(name, creditThresholdForAutomaticRecredit);
    if (credits < 0 || credits > MAX_THRESHOLD) {
      throw ApiException.invalid(name, "must be from 0 to 1000000000 credits");
    }
    // A negative zero would be stored as one that differs from zero.
    return credits + 0.0;
  }
}

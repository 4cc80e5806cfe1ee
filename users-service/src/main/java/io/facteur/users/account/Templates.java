package io.facteur.users.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facteur.users.input.Fields;
import io.facteur.users.input.Text;

/**
 * Own texts for passing answers on by mail or SMS ({@code sms.Templates}).
 *
 * @param customizedEmailMode whether the mail's texts are used
 * @param customizedSmsMode whether {@code smsBody} is used
 * @param emailBody at most 10,000 characters
 * @param emailFrom at most 320 characters
 * @param emailSubject at most 200 characters
 * @param smsBody at most 1,600 characters
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Templates(
    boolean customizedEmailMode,
    boolean customizedSmsMode,
    String emailBody,
    String emailFrom,
    String emailSubject,
    String smsBody) {

  static final Templates NONE = new Templates(false, false, null, null, null, null);

  /** These with the fields that the caller gives. */
  Templates with(Fields fields) {
    return new Templates(
        fields.flag("customizedEmailMode", customizedEmailMode),
        fields.flag("customizedSmsMode", customizedSmsMode),
        fields.text("emailBody", emailBody, (path, value) -> Text.block(path, value, 10_000)),
        fields.text("emailFrom", emailFrom, (path, value) -> Text.optionalLine(path, value, 320)),
        fields.text(
            "emailSubject", emailSubject, (path, value) -> Text.optionalLine(path, value, 200)),
        fields.text("smsBody", smsBody, (path, value) -> Text.block(path, value, 1_600)));
  }
}

package io.facteur.users.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facteur.chassis.error.ApiException;
import io.facteur.users.input.Fields;
import io.facteur.users.input.HttpUrl;
import io.facteur.users.input.Text;
import java.util.List;

/**
 * What the platform does with answers to messages ({@code sms.Response}).
 *
 * @param cgiUrl called for each answer when the type is cgi
 * @param responseType none, text (an automatic answer) or cgi
 * @param text the automatic answer, at most 1,600 characters
 * @param trackingDefaultSmsSender sender of messages that pass answers on
 * @param trackingOptions who is told, at most 20
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SmsResponse(
    String cgiUrl,
    ResponseType responseType,
    String text,
    String trackingDefaultSmsSender,
    List<TrackingOption> trackingOptions) {

  static final SmsResponse NONE = new SmsResponse(null, ResponseType.none, null, null, List.of());

  private static final int MAX_TEXT = 1_600;
  private static final int MAX_OPTIONS = 20;

  /**
   * This one with the fields that the caller gives.
   *
   * @throws ApiException 400 when a field is wrong or lacks what the type needs
   */
  SmsResponse with(Fields fields) {
    SmsResponse changed =
        new SmsResponse(
            fields.text("cgiUrl", cgiUrl, HttpUrl::check),
            Choice.read(fields, "responseType", responseType),
            fields.text("text", text, (path, value) -> Text.block(path, value, MAX_TEXT)),
            fields.text(
                "trackingDefaultSmsSender",
                trackingDefaultSmsSender,
                (path, value) -> Text.optionalLine(path, value, 40)),
            fields.objects("trackingOptions", trackingOptions, MAX_OPTIONS, TrackingOption::read));
    changed.requireWhatTheTypeNeeds(fields);
    return changed;
  }

  private void requireWhatTheTypeNeeds(Fields fields) {
    if (responseType == ResponseType.cgi && cgiUrl == null) {
      throw ApiException.invalid(fields.path("cgiUrl"), "is needed when responseType is cgi");
    }
    if (responseType == ResponseType.text && (text == null || text.isBlank())) {
      throw ApiException.invalid(fields.path("text"), "is needed when responseType is text");
    }
  }
}

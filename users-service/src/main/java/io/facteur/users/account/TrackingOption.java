package io.facteur.users.account;

import io.facteur.users.input.Fields;
import io.facteur.users.input.Text;

/**
 * One person who is told of answers ({@code sms.ResponseTrackingOptions}).
 *
 * @param media how
 * @param sender whose answers, or empty for all
 * @param target mail address or phone number, at most 320 characters
 */
record TrackingOption(TrackingMedia media, String sender, String target) {

  private static final int MAX_TARGET = 320;

  static TrackingOption read(Fields fields) {
    return new TrackingOption(
        Choice.read(fields, "media", TrackingMedia.email),
        fields.text("sender", "", (path, value) -> Text.optionalLine(path, value, MAX_TARGET)),
        fields.text("target", "", (path, value) -> Text.line(path, value, MAX_TARGET)));
  }
}

package io.facteur.smsc.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.facteur.smsc.behaviour.BehaviourSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code POST /behaviour}, and the settings as {@code GET /behaviour} shows them. */
record BehaviourRequest(BehaviourSettings settings, boolean dropConnections) {

  private static final int NO_LIMIT = -1;
  private static final int MAX_MILLIS = 600_000;
  private static final Set<String> FIELDS =
      Set.of(
          "dropConnections",
          "stopReading",
          "delayMillis",
          "throttle",
          "refuseBinds",
          "receiptTimeoutMillis");

  static BehaviourRequest of(JsonNode body) throws BadRequestException {
    Fields fields = new Fields(body).only(FIELDS);
    return new BehaviourRequest(
        new BehaviourSettings(
            fields.flag("stopReading"),
            fields.number("delayMillis", 0, MAX_MILLIS),
            throttle(fields),
            fields.flag("refuseBinds"),
            fields.number("receiptTimeoutMillis", 100, MAX_MILLIS)),
        Boolean.TRUE.equals(fields.flag("dropConnections")));
  }

  private static Integer throttle(Fields fields) throws BadRequestException {
    if (fields.object().path("throttle").isNumber()) {
      return fields.number("throttle", 0, Integer.MAX_VALUE).intValue();
    }
    if (fields.object().path("throttle").isTextual()) {
      throw new BadRequestException(
          "'throttle' must be true, false or the submits per second that are let through");
    }
    Boolean all = fields.flag("throttle");
    return all == null ? null : all ? Integer.valueOf(0) : Integer.valueOf(NO_LIMIT);
  }

  static Map<String, Object> view(BehaviourSettings settings) {
    Map<String, Object> view = new LinkedHashMap<>();
    int limit = settings.submitsPerSecond();
    view.put("stopReading", settings.stopReading());
    view.put("delayMillis", settings.delayMillis());
    view.put("throttle", limit == NO_LIMIT ? (Object) false : (Object) limit);
    view.put("refuseBinds", settings.refuseBinds());
    view.put("receiptTimeoutMillis", settings.receiptTimeoutMillis());
    return view;
  }
}

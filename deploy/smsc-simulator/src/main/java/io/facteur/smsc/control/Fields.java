package io.facteur.smsc.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Typed access to the fields of a JSON object, with refusals that name the field. */
record Fields(JsonNode object) {

  /** Refuses fields that nobody reads: they are spelling mistakes. */
  Fields only(Set<String> known) throws BadRequestException {
    for (String name : (Iterable<String>) object::fieldNames) {
      if (!known.contains(name)) {
        throw new BadRequestException("unknown field '" + name + "': known are " + known);
      }
    }
    return this;
  }

  String text(String name, int maxLength) throws BadRequestException {
    String value = optionalText(name, maxLength);
    if (value == null || value.isEmpty()) {
      throw new BadRequestException("'" + name + "' is missing: give a string");
    }
    return value;
  }

  String optionalText(String name, int maxLength) throws BadRequestException {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().length() > maxLength) {
      throw new BadRequestException(
          "'" + name + "' must be a string of at most " + maxLength + " characters");
    }
    return value.textValue();
  }

  Boolean flag(String name) throws BadRequestException {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isBoolean()) {
      throw new BadRequestException("'" + name + "' must be true or false");
    }
    return value.booleanValue();
  }

  Long number(String name, long min, long max) throws BadRequestException {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.canConvertToExactIntegral() || value.longValue() < min || value.longValue() > max) {
      throw new BadRequestException(
          "'" + name + "' must be a whole number from " + min + " to " + max);
    }
    return value.longValue();
  }
}

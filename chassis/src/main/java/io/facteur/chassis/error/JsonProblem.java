package io.facteur.chassis.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.Map;

/** Says what is wrong with a JSON body in the caller's terms, without class names. */
final class JsonProblem {

  private JsonProblem() {}

  static ApiException explain(JsonProcessingException problem) {
    if (!(problem instanceof JsonMappingException mapping)) {
      String where =
          problem.getLocation() == null
              ? ""
              : " (line "
                  + problem.getLocation().getLineNr()
                  + ", column "
                  + problem.getLocation().getColumnNr()
                  + ")";
      return ApiException.badRequest("The body is not valid JSON" + where);
    }
    String field = field(mapping);
    if (field.isEmpty()) {
      return ApiException.badRequest("The body must be a JSON object");
    }
    return ApiException.badRequest(field + " " + expectation(mapping))
        .withDetails(Map.of("field", field));
  }

  /** Such as {@code receivers[3]}. */
  private static String field(JsonMappingException mapping) {
    StringBuilder field = new StringBuilder();
    for (JsonMappingException.Reference step : mapping.getPath()) {
      if (step.getFieldName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return field.toString();
  }

  private static String expectation(JsonMappingException mapping) {
    if (mapping.getCause() instanceof InputCoercionException tooLarge) {
      return "must be " + kind(tooLarge.getTargetType()) + " of a smaller size";
    }
    if (!(mapping instanceof MismatchedInputException mismatch)
        || mismatch.getTargetType() == null) {
      return "has a value that can't be read";
    }
    Class<?> target = mismatch.getTargetType();
    if (target.isEnum()) {
      return "must be one of "
          + Arrays.stream(target.getEnumConstants()).map(Object::toString).toList()
          + given(mapping);
    }
    return "must be " + kind(target) + given(mapping);
  }

  private static String kind(Class<?> target) {
    if (target == Boolean.class || target == boolean.class) {
      return "true or false";
    }
    if (target == Long.class
        || target == long.class
        || target == Integer.class
        || target == int.class) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
      return "a number";
    }
    if (target == String.class) {
      return "a text";
    }
    if (Iterable.class.isAssignableFrom(target) || target.isArray()) {
      return "a list";
    }
    return "of another form";
  }

  private static String given(JsonMappingException mapping) {
    if (!(mapping instanceof InvalidFormatException format) || format.getValue() == null) {
      return "";
    }
    String value = format.getValue().toString();
    return ", not " + (value.length() > 40 ? value.substring(0, 40) + "…" : value);
  }
}

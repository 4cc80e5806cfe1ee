package io.facteur.users.input;

import com.fasterxml.jackson.databind.JsonNode;
import io.facteur.chassis.error.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The fields of a partial JSON body, which tells a field that is missing (leave it) from one that
 * is null (clear it). As lenient as OVH: {@code "2880"} is a number, {@code "true"} a flag.
 */
public final class Fields {

  private final String prefix;
  private final JsonNode object;

  private Fields(String prefix, JsonNode object) {
    this.prefix = prefix;
    this.object = object;
  }

  /**
   * The fields of a body.
   *
   * @throws ApiException 400 when the body is empty or not an object
   */
  public static Fields of(JsonNode body) {
    if (body == null || !body.isObject()) {
      throw ApiException.badRequest("The body must be a JSON object with the fields to change");
    }
    return new Fields("", body);
  }

  /** Refuses a field that differs from a known one in upper and lower case only. */
  public void refuseMisspelled(List<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            given ->
                known.stream()
                    .filter(name -> name.equalsIgnoreCase(given) && !name.equals(given))
                    .findFirst()
                    .ifPresent(
                        name -> {
                          throw ApiException.invalid(given, "is not a field: write " + name);
                        }));
  }

  /** A text, checked by its rule; {@code present} when the field is missing. */
  public String text(String name, String present, BiFunction<String, String, String> rule) {
    return read(name, present, value -> rule.apply(path(name), scalar(name, value, "a text")));
  }

  /** A flag; {@code present} when the field is missing or null. */
  public boolean flag(String name, boolean present) {
    Boolean given =
        read(
            name,
            present,
            value ->
                switch (scalar(name, value, "true or false")) {
                  case "true", "1" -> true;
                  case "false", "0" -> false;
                  default -> throw mustBe(name, "true or false");
                });
    return given == null ? present : given;
  }

  /** A whole number or null; {@code present} when the field is missing. */
  public Long wholeNumber(String name, Long present) {
    return read(
        name,
        present,
        value -> {
          Double number = finite(name, value, "a whole number");
          if (number != Math.rint(number) || Math.abs(number) > 1e15) {
            throw mustBe(name, "a whole number");
          }
          return number.longValue();
        });
  }

  /** A number; {@code present} when the field is missing or null. */
  public double number(String name, double present) {
    Double given = read(name, present, value -> finite(name, value, "a number"));
    return given == null ? present : given;
  }

  /** A nested object, read by the given reader; {@code present} when missing or null. */
  public <T> T object(String name, T present, Function<Fields, T> reader) {
    T given = read(name, present, value -> reader.apply(nested(path(name), value)));
    return given == null ? present : given;
  }

  /** A list of objects, or null; {@code present} when the field is missing. */
  public <T> List<T> objects(String name, List<T> present, int max, Function<Fields, T> reader) {
    return read(
        name,
        present,
        value -> {
          if (!value.isArray() || value.size() > max) {
            throw mustBe(name, "a list of at most " + max + " objects");
          }
          List<T> items = new ArrayList<>();
          StreamSupport.stream(value.spliterator(), false)
              .forEach(
                  item ->
                      items.add(reader.apply(nested(path(name) + "[" + items.size() + "]", item))));
          return List.copyOf(items);
        });
  }

  /** The name of a field as the caller finds it in the body, such as {@code smsResponse.text}. */
  public String path(String name) {
    return prefix + name;
  }

  private static Fields nested(String path, JsonNode value) {
    if (!value.isObject()) {
      throw ApiException.invalid(path, "must be a JSON object");
    }
    return new Fields(path + ".", value);
  }

  private <T> T read(String name, T present, Function<JsonNode, T> reader) {
    JsonNode value = object.get(name);
    if (value == null) {
      return present;
    }
    return value.isNull() ? null : reader.apply(value);
  }

  private Double finite(String name, JsonNode value, String kind) {
    try {
      double number = Double.parseDouble(scalar(name, value, kind).strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException problem) {
      throw mustBe(name, kind);
    }
    throw mustBe(name, kind);
  }

  private String scalar(String name, JsonNode value, String kind) {
    if (!value.isValueNode()) {
      throw mustBe(name, kind);
    }
    return value.asText();
  }

  private ApiException mustBe(String name, String kind) {
    return ApiException.invalid(path(name), "must be " + kind);
  }
}

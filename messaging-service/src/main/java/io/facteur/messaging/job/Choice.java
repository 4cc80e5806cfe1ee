package io.facteur.messaging.job;

import io.facteur.chassis.error.ApiException;
import java.util.Arrays;
import java.util.List;

/** Reads a value that must be one of a few. */
final class Choice {

  private Choice() {}

  /** The constant whose {@code toString} is the given text; the default for null or nothing. */
  static <E extends Enum<E>> E of(String field, String given, E otherwise) {
    if (given == null || given.isBlank()) {
      return otherwise;
    }
    List<E> choices = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
    return choices.stream()
        .filter(choice -> choice.toString().equals(given))
        .findFirst()
        .orElseThrow(() -> ApiException.invalid(field, "must be one of " + choices));
  }
}

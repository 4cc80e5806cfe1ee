package io.facteur.users.account;

import io.facteur.chassis.error.ApiException;
import io.facteur.users.input.Fields;
import java.util.Arrays;

/** Fields that take one of a few words. */
final class Choice {

  private Choice() {}

  /** The chosen one; {@code present} when the field is missing or null. */
  static <T extends Enum<T>> T read(Fields fields, String name, T present) {
    Class<T> words = present.getDeclaringClass();
    String word = fields.text(name, present.name(), (path, value) -> known(words, path, value));
    return word == null ? present : Enum.valueOf(words, word);
  }

  private static <T extends Enum<T>> String known(Class<T> words, String path, String value) {
    if (Arrays.stream(words.getEnumConstants()).noneMatch(word -> word.name().equals(value))) {
      throw ApiException.invalid(
          path, "must be one of " + Arrays.toString(words.getEnumConstants()));
    }
    return value;
  }
}

package io.facteur.messaging.contact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of columns as people compare them: without accents, case, and blanks around. */
public final class ColumnName {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private ColumnName() {}

  /** Equal for names that mean the same column: {@code " Prénom"} and {@code "prenom"}. */
  public static String comparable(String name) {
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
    String plain = ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    return BLANKS.matcher(plain).replaceAll(" ").strip();
  }

  /** Letters and digits only: {@code "N° de téléphone"} becomes {@code "ndetelephone"}. */
  static String letters(String name) {
    return NO_LETTERS.matcher(comparable(name)).replaceAll("");
  }
}

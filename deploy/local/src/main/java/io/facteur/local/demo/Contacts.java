package io.facteur.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The cookbook's contact file, with a few receivers of each outcome among many that are delivered.
 */
final class Contacts {

  private static final List<String> SPECIAL =
      List.of(
          "805", "808", "824", "824", "827", "899", "900", "901", "902", "903", "904", "904", "905",
          "905", "905", "906", "907", "907");

  private static final String[] FIRST_NAMES = {"Pierre", "Jean", "Zoé", "Anaïs", "Léa"};

  private final List<String> receivers = new ArrayList<>();

  /**
   * Contacts with national French numbers.
   *
   * @param count at least as many as there are outcomes
   */
  Contacts(int count) {
    for (int i = 0; i < count; i++) {
      String digits =
          i < SPECIAL.size() ? SPECIAL.get(i) : String.format(Locale.ROOT, "%03d", i % 800);
      receivers.add(String.format(Locale.ROOT, "06620%02d%s", i / 800 + i % 97, digits));
    }
  }

  int size() {
    return receivers.size();
  }

  /** As a spreadsheet saves it: blanks around the separators, one row that is no number. */
  String csv() {
    StringBuilder csv = new StringBuilder("Numero ;nom ;prenom ;adresse\r\n");
    for (int i = 0; i < receivers.size(); i++) {
      csv.append(receivers.get(i))
          .append(" ;Durant ")
          .append(i)
          .append(" ;")
          .append(FIRST_NAMES[i % FIRST_NAMES.length])
          .append(" ;")
          .append(i)
          .append(" rue Montaigne Paris\r\n");
    }
    return csv.append("no number ;Dupont ;Jean ;nowhere\r\n").toString();
  }
}

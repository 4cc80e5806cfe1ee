package io.facteur.messaging.contact;

import io.facteur.messaging.number.NumberReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a file has the numbers, and whether its first record is a header. Found by the
 * column's name; where several have such a name, or none, by which holds most numbers.
 *
 * @param header whether the first record names the columns
 * @param numberColumn counted from 0
 */
record Layout(boolean header, int numberColumn) {

  private static final Set<String> NAMES =
      Set.of(
          ("number numbers numero numeros num no tel phone phones phonenumber phonenumbers"
                  + " phoneno telephone telephones telephonenumber mobile mobiles mobilenumber"
                  + " mobilephone mobileno mobilephonenumber msisdn gsm cell cellphone cellnumber"
                  + " cellulaire portable receiver receivers recipient recipients destinataire"
                  + " destinataires numtel telnum telmobile telportable telephonemobile"
                  + " telephoneportable numerotelephone numerodetelephone ndetelephone ntelephone"
                  + " nodetelephone ntel numeromobile numerodemobile numeroportable"
                  + " numerodeportable numtelephone numerotel sms telefon telefonnummer handy"
                  + " handynummer rufnummer mobilnummer telefono movil telefonomovil cellulare"
                  + " numer numertelefonu telefone telemovel celular")
              .split(" ", -1));

  /**
   * Looks at the first records.
   *
   * @param sample cleaned records, at least one
   * @throws BadContactFileException when no column has numbers
   */
  static Layout of(List<List<String>> sample, NumberReader numbers, String country) {
    List<String> first = sample.get(0);
    int width = sample.stream().mapToInt(List::size).max().orElse(0);
    int named = -1;
    int fullest = -1;
    int[] counts = new int[width];
    for (int column = 0; column < width; column++) {
      counts[column] = count(sample, column, numbers, country);
      if (counts[column] > 0 && (fullest < 0 || counts[column] > counts[fullest])) {
        fullest = column;
      }
      boolean hasName = column < first.size() && isNumberName(first.get(column));
      if (hasName && (named < 0 || counts[column] > counts[named])) {
        named = column;
      }
    }
    if (named < 0 && fullest < 0) {
      throw new BadContactFileException(
          "has no column with phone numbers: name one of them number, or check the separator");
    }
    boolean header = named >= 0 || !hasNumber(first, numbers, country);
    boolean byName = named >= 0 && (counts[named] > 0 || fullest < 0);
    return new Layout(header, byName ? named : fullest);
  }

  private static boolean isNumberName(String cell) {
    return NAMES.contains(ColumnName.letters(cell));
  }

  private static int count(
      List<List<String>> sample, int column, NumberReader numbers, String country) {
    return (int)
        sample.stream()
            .map(record -> column < record.size() ? record.get(column) : "")
            .map(cell -> Cells.number(cell, numbers, country))
            .filter(Optional::isPresent)
            .count();
  }

  private static boolean hasNumber(List<String> record, NumberReader numbers, String country) {
    return record.stream().anyMatch(cell -> Cells.number(cell, numbers, country).isPresent());
  }
}

package io.facteur.messaging.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.messaging.contact.ContactRow.Contact;
import io.facteur.messaging.number.NumberReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContactFileTest {

  private static final NumberReader NUMBERS = new NumberReader();
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final String COOKBOOK =
      """
      Numero ;nom ;prenom ;adresse
      0662000000 ;Durant ;Pierre ;xx rue montaigne Paris
      0662000001 ;Dupont ;Jean ;xx rue montaigne Paris
      """;

  private static List<ContactRow> rows(ContactFile file) {
    List<ContactRow> rows = new ArrayList<>();
    file.forEach(rows::add);
    return rows;
  }

  private static ContactFile file(byte[] content) throws IOException {
    return new ContactFile(new ByteArrayInputStream(content), NUMBERS, "fr");
  }

  private static ContactFile file(String content) throws IOException {
    return file(content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> numbers(ContactFile file) {
    return rows(file).stream().map(ContactFileTest::show).toList();
  }

  private static String show(ContactRow row) {
    return row instanceof Contact contact ? contact.number().digits() : row.toString();
  }

  @Test
  void readsTheCookbooksFile() throws IOException {
    ContactFile file = file(COOKBOOK);

    assertEquals(List.of("Numero", "nom", "prenom", "adresse"), file.columns());
    List<ContactRow> rows = rows(file);
    Contact first = (Contact) rows.get(0);
    assertEquals("33662000000", first.number().digits());
    assertEquals(2, first.line());
    assertEquals(
        List.of("0662000000", "Durant", "Pierre", "xx rue montaigne Paris"), first.fields());
    assertEquals(2, rows.size());
  }

  static Stream<Arguments> filesOfTheWorld() {
    return Stream.of(
        Arguments.of("commas", "name,phone\nAnne,0662000000\nBob,0662000001\n"),
        Arguments.of("tabs", "Nom\tTéléphone\nAnne\t0662000000\nBob\t0662000001"),
        Arguments.of("CRLF", "number;a\r\n0662000000;x\r\n0662000001;y\r\n"),
        Arguments.of("old Mac", "number;a\r0662000000;x\r0662000001;y\r"),
        Arguments.of("byte order mark", "\uFEFFnumber;a\n0662000000;x\n0662000001;y\n"),
        Arguments.of("sep line of Excel", "sep=,\r\nnumber,a\r\n0662000000,x\r\n0662000001,y\r\n"),
        Arguments.of("numbers alone", "0662000000\n0662000001\n"),
        Arguments.of("numbers alone, no newline at the end", "0662000000\n0662000001"),
        Arguments.of("header alone on top", "MSISDN\n+33662000000\n0033662000001\n"),
        Arguments.of("no header", "Durant;0662000000;Paris\nDupont;0662000001;Lyon\n"),
        Arguments.of("unknown header", "Nom;Contact\nDurant;0662000000\nDupont;0662000001\n"),
        Arguments.of("capitals and accents", "NOM;NUMÉRO\nDurant;0662000000\nDupont;0662000001\n"),
        Arguments.of("long name", "Nom;N° de téléphone\nA;0662000000\nB;0662000001\n"),
        Arguments.of("quoted header", "\"Nom\";\"Mobile\"\n\"A\";\"0662000000\"\nB;0662000001\n"),
        Arguments.of("blanks at quotes", "nom ; \"mobile\"\nA ; \"0662000000\" \nB ; 0662000001\n"),
        Arguments.of("empty lines", "\n\nnumber;a\n\n0662000000;x\n;\n   \n0662000001;y\n\n"),
        Arguments.of("blanks in numbers", "number\n06 62 00 00 00\n06.62.00.00.01\n"),
        Arguments.of(
            "hard blanks", "number\n06\u00A062\u00A000\u00A000\u00A000\n0662000001\u00A0\n"),
        Arguments.of("direction marks", "number\n\u202A+33662000000\u202C\n\u200E0662000001\n"),
        Arguments.of("lost zero", "number\n662000000\n662000001\n"),
        Arguments.of("lost plus", "number\n33662000000\n33662000001\n"),
        Arguments.of("formula of Excel", "number;a\n=\"0662000000\";x\n'0662000001;y\n"),
        Arguments.of("floats of Python", "number,a\n662000000.0,x\n662000001.0,y\n"),
        Arguments.of(
            "newlines and separators in quotes",
            "number;address\n0662000000;\"1; rue\nParis, \"\"bis\"\"\"\n0662000001;\"x;y\"\n"),
        Arguments.of(
            "quotes where none belong",
            "number; note\n0662000000; \"x;y\" z\n0662000001;a \"b\" c\n"),
        Arguments.of("commas in fields", "0662000000;1, rue A, Paris\n0662000001;2, rue B, Lyon\n"),
        Arguments.of("semicolons in fields", "phone,note\n0662000000,a;b\n0662000001,c\n"),
        Arguments.of("separator after the last", "number;\n0662000000;\n0662000001;\n"),
        Arguments.of("longer records", "number\n0662000000;x;y\n0662000001;z\n"),
        Arguments.of("two phones", "Tel;Mobile\n;0662000000\n;0662000001\n"),
        Arguments.of("customer numbers", "Numero;Nom;Portable\n1;A;0662000000\n2;B;0662000001\n"),
        Arguments.of("misnamed column", "Numero;Nom;Contact\n1;A;0662000000\n2;B;0662000001\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filesOfTheWorld")
  void readsFilesOfTheWorld(String name, String content) throws IOException {
    assertEquals(List.of("33662000000", "33662000001"), numbers(file(content)));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16"})
  void readsAccentsInAnyEncoding(String charset) throws IOException {
    String content = "Numéro;Prénom\n0662000000;Zoé Noël\n";

    ContactFile file = file(content.getBytes(Charset.forName(charset)));

    assertEquals(List.of("Numéro", "Prénom"), file.columns());
    assertEquals("Zoé Noël", ((Contact) rows(file).get(0)).fields().get(1));
  }

  @Test
  void findsTheEncodingAlsoWhenTheFirstAccentComesLate() throws IOException {
    StringBuilder content = new StringBuilder("number;name\n");
    for (int i = 0; i < 5_000; i++) {
      content.append("0662").append(String.format("%06d", i)).append(";nobody special\n");
    }
    content.append("0662999999;Zoé 5 €\n");

    List<ContactRow> utf8 = rows(file(content.toString()));
    List<ContactRow> latin = rows(file(content.toString().getBytes(WINDOWS)));

    assertEquals(utf8, latin);
    assertEquals("Zoé 5 €", ((Contact) latin.get(5_000)).fields().get(1));
  }

  @Test
  void reportsWrongRowsWithTheirLinesAndReadsTheRest() throws IOException {
    String content =
        "name;number\nA;0662000000\nB;abc\n\nC\n\"D\nE\";12\nF;\nG;0662000001;more\nH;"
            + "x".repeat(100);

    assertEquals(
        List.of(
            "33662000000",
            "line 3: abc",
            "line 5: no number",
            "line 6: 12",
            "line 8: no number",
            "33662000001",
            "line 10: " + "x".repeat(40) + "…"),
        numbers(file(content)));
  }

  @Test
  void readsNationalNumbersInTheAccountsCountry() throws IOException {
    byte[] content = "number\n07911 123456\n".getBytes(StandardCharsets.UTF_8);

    ContactFile file = new ContactFile(new ByteArrayInputStream(content), NUMBERS, "gb");

    assertEquals(List.of("447911123456"), numbers(file));
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "'  \n \n', is empty",
    "'<!doctype html><html></html>', web page",
    "'{\"a\":1}', JSON",
    "'%PDF-1.7 x', is no CSV",
    "'hello world, this is a text', no column",
    "'name;city\nAnne;Paris\n', no column",
  })
  void saysWhatIsWrongWithOtherFiles(String content, String problem) {
    var refusal = assertThrows(BadContactFileException.class, () -> file(content));
    assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
  }

  @Test
  void refusesBinaryFilesAndQuotesThatNeverClose() throws IOException {
    byte[] binary = {'P', 'K', 3, 4, 0, 0, 20};
    assertThrows(BadContactFileException.class, () -> file(binary));
    ContactFile open =
        file("number;a\n" + "0662000000;x\n".repeat(30) + "0662000001;\"" + "y\n".repeat(9_000));
    var refusal = assertThrows(BadContactFileException.class, () -> rows(open));
    assertTrue(refusal.getMessage().contains("quote"), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "'number;a\n0662000000;\"x\n0662000001;y\n', line 2 ",
    "'number;a\r\n0662000000;x\r\n0662000001; \"y;\r\n0662000002;\"\"\r\n', line 3 ",
    "'sep=;\nnumber;a\n0662000000;\"\"\"', line 3 ",
  })
  void saysInWhichLineAQuoteIsOpenedThatNeverCloses(String content, String line) {
    var refusal = assertThrows(BadContactFileException.class, () -> rows(file(content)));
    assertTrue(refusal.getMessage().contains(line), refusal.getMessage());
  }

  @Test
  void knowsNumbersThatItHasMet() {
    NumberIndex index = new NumberIndex();
    for (int i = 0; i < 10_000; i++) {
      var number = NUMBERS.read("+3366" + (2_000_000 + i), "fr").orElseThrow();
      assertEquals(-1, index.putIfAbsent(number, i));
      assertEquals(i, index.putIfAbsent(number, 99_999));
    }
  }
}

package io.facteur.messaging.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.chassis.error.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  private static final List<String> COLUMNS = List.of("Numero", "nom", "Prénom", "code postal", "");
  private static final List<String> FIELDS = List.of("0662000000", "Durant", "Zoé", "75001");

  private static String merged(String message) {
    return Template.of(message, COLUMNS).over(COLUMNS).text(FIELDS);
  }

  @ParameterizedTest
  @CsvSource({
    "'Bonjour #prenom# #nom#.', 'Bonjour Zoé Durant.'",
    "#PRÉNOM#, Zoé",
    "# Prenom #, Zoé",
    "'#nom##nom#', DurantDurant",
    "#Code  Postal#, 75001",
    "'#numero# est votre numéro', '0662000000 est votre numéro'",
    "'Vous êtes #1', 'Vous êtes #1'",
    "'#1# et #2#', '#1# et #2#'",
    "'#1 #nom#', '#1 Durant'",
    "'#lundi ou #mardi', '#lundi ou #mardi'",
    "'## #', '## #'",
    "'100 % #', '100 % #'",
  })
  void mergesColumnsAndLeavesTheRest(String message, String text) {
    assertEquals(text, merged(message));
  }

  @Test
  void refusesAWordThatLooksLikeAColumn() {
    var refusal = assertThrows(ApiException.class, () -> merged("Bonjour #nope#"));
    assertTrue(
        refusal.getMessage().contains("#nope#")
            && refusal.getMessage().contains("Numero, nom, Prénom, code postal"),
        refusal.getMessage());
  }

  @Test
  void leavesEverythingWhenNoFileHasAHeader() {
    Template template = Template.of("Bonjour #nom#", List.of());

    assertTrue(template.isPlain());
    assertEquals("Bonjour #nom#", template.over(List.of()).text(List.of()));
  }

  @Test
  void putsNothingInPlaceOfWhatAFileOrAShortRecordLacks() {
    Template template = Template.of("[#nom#|#ville#]", List.of("nom", "ville"));

    assertEquals("[A|]", template.over(List.of("numero", "nom")).text(List.of("06", "A")));
    assertEquals("[A|]", template.over(List.of("nom", "ville")).text(List.of("A")));
    assertEquals("[|]", template.over(List.of()).text(List.of()));
  }
}

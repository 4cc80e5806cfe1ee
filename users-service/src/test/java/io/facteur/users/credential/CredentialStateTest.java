package io.facteur.users.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialStateTest {

  @ParameterizedTest
  @CsvSource({
    "PENDING_VALIDATION, VALIDATED, true",
    "PENDING_VALIDATION, REFUSED, true",
    "PENDING_VALIDATION, EXPIRED, true",
    "VALIDATED, EXPIRED, true",
    "VALIDATED, REFUSED, false",
    "EXPIRED, VALIDATED, false",
    "EXPIRED, EXPIRED, false",
    "REFUSED, VALIDATED, false",
    "REFUSED, EXPIRED, false"
  })
  void neverReturnsFromItsEnds(CredentialState from, CredentialState to, boolean allowed) {
    assertEquals(allowed, from.canBecome(to));
  }
}

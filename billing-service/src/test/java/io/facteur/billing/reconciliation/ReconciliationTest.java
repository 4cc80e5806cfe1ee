package io.facteur.billing.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.facteur.billing.Operator;
import io.facteur.billing.Scene;
import io.facteur.billing.hold.HoldDesk;
import io.facteur.billing.hold.HoldItem;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class ReconciliationTest {

  private static final String CHANGE =
      "UPDATE ledger_account SET balance = balance + ? WHERE service_name = ? AND kind = ?";

  @Inject Operator operator;
  @Inject Scene scene;
  @Inject HoldDesk desk;

  @Test
  void untouchedLedgerIsBalanced() {
    scene.account(1000);
    operator
        .reconcile()
        .statusCode(200)
        .body("balanced", is(true))
        .body("sumOfBalances", is(0))
        .body("differences", hasSize(0));
    metric().body(containsString("facteur_billing_reconciliation_differences 0.0"));
  }

  @Test
  void tamperedBalanceIsFound() {
    String account = scene.account(1000);
    scene.execute(CHANGE, 5, account, "available");
    try {
      operator
          .reconcile()
          .statusCode(200)
          .body("balanced", is(false))
          .body("sumOfBalances", is(5))
          .body("differences.serviceName", hasItem(account))
          .body("differences[0].balance", is(1005))
          .body("differences[0].expected", is(1000));
      metric().body(not(containsString("facteur_billing_reconciliation_differences 0.0")));
    } finally {
      scene.execute(CHANGE, -5, account, "available");
    }
  }

  @Test
  void creditsShiftedBetweenAccountsAreFoundThoughTheSumIsRight() {
    String robbed = scene.account(1000);
    String rich = scene.account(1000);
    scene.execute(CHANGE, -5, robbed, "available");
    scene.execute(CHANGE, 5, rich, "available");
    try {
      operator
          .reconcile()
          .body("balanced", is(false))
          .body("sumOfBalances", is(0))
          .body("differences", hasSize(2));
    } finally {
      scene.execute(CHANGE, 5, robbed, "available");
      scene.execute(CHANGE, -5, rich, "available");
    }
  }

  @Test
  void tamperedHoldIsFound() {
    String account = scene.account(1000);
    long sending = scene.sending();
    desk.answer(List.of(new HoldItem(sending, account, null, 400)));
    scene.execute("UPDATE hold SET amount = 300 WHERE sending_id = ?", sending);
    try {
      operator
          .reconcile()
          .body("balanced", is(false))
          .body("differences[0].check", is("holds"))
          .body("differences[0].balance", is(400))
          .body("differences[0].expected", is(300));
    } finally {
      scene.execute("UPDATE hold SET amount = 400 WHERE sending_id = ?", sending);
    }
  }

  @Test
  void transfersCannotBeChanged() {
    scene.account(1000);
    assertThrows(
        IllegalStateException.class, () -> scene.execute("UPDATE transfer SET amount = 1"));
    assertThrows(IllegalStateException.class, () -> scene.execute("DELETE FROM transfer"));
  }

  @Test
  void balanceBelowZeroIsImpossible() {
    String account = scene.account(1000);
    assertThrows(
        IllegalStateException.class, () -> scene.execute(CHANGE, -1001, account, "available"));
  }

  @Test
  void onlyOperatorsSeeIt() {
    given()
        .auth()
        .oauth2(TestTokens.customer("sms-fa00001-1"))
        .get("/admin/reconciliation")
        .then()
        .statusCode(403);
  }

  private static io.restassured.response.ValidatableResponse metric() {
    return given().get("/q/metrics").then().statusCode(200);
  }
}

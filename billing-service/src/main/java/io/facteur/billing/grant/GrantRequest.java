package io.facteur.billing.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.facteur.billing.ledger.Credits;
import io.facteur.chassis.error.ApiException;
import java.math.BigDecimal;

/**
 * Body of a grant, as it came; read by {@link #credits} and {@link #reference}, which name what is
 * wrong.
 */
record GrantRequest(
    @JsonDeserialize(using = ExactNumber.class) JsonNode credits, JsonNode reference) {

  private static final int DECIMALS = 3;

  Credits credits(BigDecimal max) {
    if (credits == null || !credits.isNumber()) {
      throw ApiException.invalid("credits", "must be a number, such as 1000 or 0.5");
    }
    if (!credits.isBigDecimal()) {
      throw ApiException.invalid("credits", "must be a finite number, such as 1000 or 0.5");
    }
    BigDecimal amount = credits.decimalValue();
    if (amount.signum() <= 0 || amount.compareTo(max) > 0) {
      throw ApiException.invalid("credits", "must be above 0 and at most " + max.toPlainString());
    }
    // Decided before any scaling: 1e-999999999 would take its time to be written out.
    if (amount.stripTrailingZeros().scale() > DECIMALS) {
      throw ApiException.invalid("credits", "may have at most 3 decimals");
    }
    return Credits.of(amount);
  }

  String reference(int maxCharacters) {
    if (reference == null || !reference.isTextual() || reference.textValue().isBlank()) {
      throw ApiException.invalid(
          "reference", "must be a text of your own that is unique to this grant");
    }
    String text = reference.textValue().strip();
    if (text.length() > maxCharacters || text.indexOf('\0') >= 0) {
      throw ApiException.invalid(
          "reference", "may have at most " + maxCharacters + " printable characters");
    }
    return text;
  }
}

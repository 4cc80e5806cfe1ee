package io.facteur.users.customer;

import io.facteur.chassis.error.ApiException;
import io.facteur.users.input.Text;
import java.util.Locale;
import java.util.Set;

/**
 * What the operator says of a customer.
 *
 * @param customer id, see {@link CustomerId}
 * @param name what people call it, 1 to 100 characters
 * @param country ISO 3166 code in lower case, {@code fr} when missing: where its national numbers
 *     are
 */
public record NewCustomer(String customer, String name, String country) {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /**
   * The same with blanks removed and the default filled in.
   *
   * @throws ApiException 400 that names the field which is wrong
   */
  NewCustomer checked() {
    String id = Text.line("customer", customer, 10);
    if (!CustomerId.isValid(id)) {
      throw ApiException.invalid(
          "customer", "must be two lower-case letters and 1 to 8 digits, such as fa00001");
    }
    return new NewCustomer(id, Text.line("name", name, 100), checkedCountry());
  }

  private String checkedCountry() {
    String code = country == null || country.isBlank() ? "fr" : country.strip();
    if (!COUNTRIES.contains(code.toUpperCase(Locale.ROOT))) {
      throw ApiException.invalid("country", "must be a two-letter ISO 3166 code, such as fr");
    }
    return code.toLowerCase(Locale.ROOT);
  }
}

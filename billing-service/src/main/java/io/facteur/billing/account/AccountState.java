package io.facteur.billing.account;

/**
 * What users-service says of an SMS account: always the whole state.
 *
 * @param version grows with each change; an older one is ignored
 * @param country ISO 3166 alpha-2, lower case, or null
 */
public record AccountState(
    String serviceName, long version, String customer, String country, String status) {

  public AccountState {
    if (serviceName == null || serviceName.isBlank() || version < 1) {
      throw new IllegalArgumentException("account " + serviceName + " of version " + version);
    }
  }

  AccountState closed() {
    return new AccountState(serviceName, version, customer, country, AccountStatus.CLOSED.text());
  }
}

package io.facteur.users.account;

/**
 * Lets an account send or not.
 *
 * @param status {@code enable} or {@code disable}
 */
record StatusChange(AccountStatus status) {}

package io.facteur.users.customer;

import java.time.Instant;

/**
 * A customer as the operator sees it.
 *
 * @param customer its id
 * @param name what people call it
 * @param country ISO 3166 code in lower case
 * @param createdAt when the operator created it
 */
public record CustomerAnswer(String customer, String name, String country, Instant createdAt) {}

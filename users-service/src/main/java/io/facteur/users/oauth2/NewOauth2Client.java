package io.facteur.users.oauth2;

import io.facteur.users.rule.RequestedRule;
import java.util.List;

/**
 * The OAuth2 client that the operator wants for a customer.
 *
 * @param name what people call it, 1 to 100 characters
 * @param rules what its tokens may call, 1 to 200
 */
record NewOauth2Client(String name, List<RequestedRule> rules) {}

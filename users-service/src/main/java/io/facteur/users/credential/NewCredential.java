package io.facteur.users.credential;

import io.facteur.users.rule.RequestedRule;
import java.util.List;

/**
 * The credential that the operator wants for a customer.
 *
 * @param application name of the new application, 1 to 100 characters
 * @param rules what it may call, 1 to 200
 * @param allowedIPs addresses or blocks it may call from, all when missing
 */
record NewCredential(String application, List<RequestedRule> rules, List<String> allowedIPs) {}

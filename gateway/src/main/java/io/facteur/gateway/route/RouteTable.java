package io.facteur.gateway.route;

import static io.facteur.gateway.route.Target.ACCOUNT_LIST;
import static io.facteur.gateway.route.Target.ACCOUNT_VIEW;
import static io.facteur.gateway.route.Target.BILLING;
import static io.facteur.gateway.route.Target.CLOCK;
import static io.facteur.gateway.route.Target.CREDENTIAL;
import static io.facteur.gateway.route.Target.DLR;
import static io.facteur.gateway.route.Target.IDENTITY;
import static io.facteur.gateway.route.Target.MESSAGING;
import static io.facteur.gateway.route.Target.SCHEMA;
import static io.facteur.gateway.route.Target.USERS;

import java.util.List;

/**
 * Every operation that can be called from outside, and who answers it. Where a literal and a
 * parameter compete for a segment, the literal wins ({@code /sms/ptts} is no account).
 */
final class RouteTable {

  static final List<Operation> OPERATIONS =
      List.of(
          new Operation("GET", "/", SCHEMA),
          new Operation("GET", "/auth.json", SCHEMA),
          new Operation("GET", "/sms.json", SCHEMA),
          new Operation("GET", "/auth/time", CLOCK),
          new Operation("GET", "/auth/currentCredential", CREDENTIAL),
          new Operation("GET", "/auth/details", IDENTITY),
          // An account and its settings.
          new Operation("GET", "/sms", ACCOUNT_LIST),
          new Operation("GET", "/sms/{serviceName}", ACCOUNT_VIEW),
          new Operation("PUT", "/sms/{serviceName}", USERS),
          // Sending.
          new Operation("POST", "/sms/estimate", MESSAGING),
          new Operation("GET", "/sms/{serviceName}/jobs", MESSAGING),
          new Operation("POST", "/sms/{serviceName}/jobs", MESSAGING),
          new Operation("GET", "/sms/{serviceName}/jobs/{id}", MESSAGING),
          new Operation("DELETE", "/sms/{serviceName}/jobs/{id}", MESSAGING),
          new Operation("GET", "/sms/{serviceName}/outgoing", MESSAGING),
          new Operation("GET", "/sms/{serviceName}/outgoing/{id}", MESSAGING),
          new Operation("GET", "/sms/{serviceName}/senders", MESSAGING),
          new Operation("POST", "/sms/{serviceName}/senders", MESSAGING),
          new Operation("GET", "/sms/{serviceName}/senders/{sender}", MESSAGING),
          new Operation("GET", "/sms/{serviceName}/receivers", MESSAGING),
          new Operation("POST", "/sms/{serviceName}/receivers", MESSAGING),
          new Operation("GET", "/sms/{serviceName}/receivers/{slotId}", MESSAGING),
          new Operation("DELETE", "/sms/{serviceName}/receivers/{slotId}", MESSAGING),
          // Delivery reports.
          new Operation("GET", "/sms/ptts", DLR),
          new Operation("GET", "/sms/{serviceName}/callbackSecret", DLR),
          new Operation("POST", "/sms/{serviceName}/callbackSecret", DLR),
          // The operator's own, below /admin; nobody else sees that it exists.
          new Operation("GET", "/admin/customers", USERS),
          new Operation("POST", "/admin/customers", USERS),
          new Operation("GET", "/admin/customers/{customer}", USERS),
          new Operation("GET", "/admin/customers/{customer}/accounts", USERS),
          new Operation("POST", "/admin/customers/{customer}/accounts", USERS),
          new Operation("PUT", "/admin/customers/{customer}/accounts/{account}", USERS),
          new Operation("DELETE", "/admin/customers/{customer}/accounts/{account}", USERS),
          new Operation("POST", "/admin/customers/{customer}/credentials", USERS),
          new Operation("DELETE", "/admin/credentials/{consumerKey}", USERS),
          new Operation("GET", "/admin/customers/{customer}/oauth2-clients", USERS),
          new Operation("POST", "/admin/customers/{customer}/oauth2-clients", USERS),
          new Operation("DELETE", "/admin/oauth2-clients/{clientId}", USERS),
          new Operation("POST", "/admin/accounts/{serviceName}/credits", BILLING),
          new Operation("GET", "/admin/reconciliation", BILLING),
          new Operation("GET", "/admin/links", MESSAGING),
          new Operation("POST", "/admin/links", MESSAGING),
          new Operation("GET", "/admin/links/{link}", MESSAGING),
          new Operation("GET", "/admin/callbacks", DLR),
          new Operation("POST", "/admin/callbacks/{id}/replay", DLR),
          new Operation("GET", "/admin/receipts/unmatched", DLR),
          new Operation("GET", "/admin/accounts/{serviceName}/callbackSecret", DLR),
          new Operation("POST", "/admin/accounts/{serviceName}/callbackSecret", DLR));

  private RouteTable() {}
}

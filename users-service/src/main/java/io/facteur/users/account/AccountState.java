package io.facteur.users.account;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The body of {@code facteur.users.account.opened.v1}, {@code .changed.v1} and {@code .closed.v1}:
 * always the whole of what other services may know of an account.
 *
 * @param serviceName its name
 * @param version settings version, grows by one with each event of the account
 * @param customer id of its owner
 * @param country of its owner, ISO 3166 in lower case
 * @param status whether it may send
 * @param callBack URL for delivery reports, or null
 * @param stopCallBack URL for STOP answers, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountState(
    String serviceName,
    long version,
    String customer,
    String country,
    AccountStatus status,
    String callBack,
    String stopCallBack) {}

package io.facteur.users.account;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * {@code sms.Account} of the reference, without the credits: those are known elsewhere, and the
 * gateway adds them.
 *
 * @param automaticRecreditAmount credits to order when they run low, or null
 * @param callBack URL for delivery reports, or null
 * @param channel both, marketing or transactional
 * @param creditThresholdForAutomaticRecredit credits below which they are ordered
 * @param description the owner's words
 * @param name the serviceName
 * @param smpp false: accounts are not reachable over SMPP
 * @param smsResponse what happens with answers
 * @param status whether it may send
 * @param stopCallBack URL for STOP answers, or null
 * @param templates own texts for passing answers on
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountAnswer(
    Long automaticRecreditAmount,
    String callBack,
    String channel,
    double creditThresholdForAutomaticRecredit,
    String description,
    String name,
    boolean smpp,
    SmsResponse smsResponse,
    AccountStatus status,
    String stopCallBack,
    Templates templates) {}

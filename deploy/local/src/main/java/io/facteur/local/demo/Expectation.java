package io.facteur.local.demo;

/**
 * What the simulated operator was told to do with a message by the last digits of its receiver, and
 * so how it must end.
 *
 * @param receiver in international form
 * @param means in words
 * @param deliveryReceipt the DLR id that the message must end with
 * @param ptt the reason that it must end with
 * @param paid whether the credits stay spent
 */
record Expectation(String receiver, String means, int deliveryReceipt, int ptt, boolean paid) {}

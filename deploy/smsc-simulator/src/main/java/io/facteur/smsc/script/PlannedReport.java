package io.facteur.smsc.script;

/** A receipt to be sent some time after the message was accepted. */
public record PlannedReport(Outcome outcome, long afterMillis) {}

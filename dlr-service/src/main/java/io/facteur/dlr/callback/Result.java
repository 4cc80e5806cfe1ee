package io.facteur.dlr.callback;

/** An attempt that is over and not yet noted in the database. */
record Result(Callback callback, Outcome outcome, Lane lane) {}

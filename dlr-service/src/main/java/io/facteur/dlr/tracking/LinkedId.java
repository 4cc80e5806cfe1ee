package io.facteur.dlr.tracking;

/** An operator's id, which is unique on its link only. */
record LinkedId(String link, String operatorId) {}

package io.facteur.dlr.ptt;

/** Whether sending again may help. The lower-case names are those of the API. */
public enum PttDuration {
  /** The next message may well arrive. */
  temporary,
  /** The next message will meet the same end. */
  permanent,
  /** It can't be told. */
  indeterminated
}

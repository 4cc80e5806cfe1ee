package io.facteur.users.rule;

/** Methods that an access rule can name. */
public enum RuleMethod {
  GET,
  POST,
  PUT,
  DELETE
}

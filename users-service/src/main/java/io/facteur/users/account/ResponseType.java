package io.facteur.users.account;

/** What happens with an answer to a message; spelt as in the API. */
enum ResponseType {
  none,
  text,
  cgi
}

package io.facteur.users.account;

/** How an answer is passed on to a person; spelt as in the API. */
enum TrackingMedia {
  email,
  sms,
  voice
}

package io.facteur.users.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an account may send ({@code sms.StatusAccountEnum} of the reference). */
public enum AccountStatus {
  @JsonProperty("enable")
  ENABLE,
  @JsonProperty("disable")
  DISABLE
}

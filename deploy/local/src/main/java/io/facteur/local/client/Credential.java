package io.facteur.local.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The three keys of an OVH client: who calls, with which application. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Credential(String applicationKey, String applicationSecret, String consumerKey) {

  @Override
  public String toString() {
    return "Credential[applicationKey=" + applicationKey + "]";
  }
}

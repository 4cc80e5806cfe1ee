package io.facteur.users.account;

import io.facteur.users.input.Text;

/**
 * What the operator says of an account that it opens.
 *
 * @param description at most 255 characters, empty when missing
 * @param serviceName the name it shall have, which makes the request repeatable; missing: the next
 */
record NewAccount(String description, String serviceName) {

  NewAccount checked() {
    String text = Text.optionalLine("description", description, AccountSettings.MAX_DESCRIPTION);
    return new NewAccount(text == null ? "" : text, serviceName);
  }
}

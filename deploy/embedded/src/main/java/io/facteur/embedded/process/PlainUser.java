package io.facteur.embedded.process;

import com.sun.security.auth.module.UnixSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Where we are root, as in most containers, it runs in a user
 * namespace of its own in which it is nobody; its files stay ours.
 */
public final class PlainUser {

  private PlainUser() {}

  /**
   * The command as it has to be started so that the program does not see that it belongs to root.
   */
  public static List<String> command(List<String> command) {
    if (new UnixSystem().getUid() != 0) {
      return command;
    }
    var prefixed = new ArrayList<>(List.of("unshare", "--user"));
    prefixed.addAll(command);
    return prefixed;
  }
}

package io.facteur.testkit;

import io.facteur.embedded.process.WholeDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the stores of this JVM live: {@code target/facteur-stack/<pid of the JVM>} of the module
 * under test. Tests and the application under test may come from different class loaders, so what
 * they must know of each other is in files there and in system properties.
 */
final class StackHome {

  private static final String PROPERTY = "facteur.testkit.home";

  private StackHome() {}

  /** The home of the running stack. */
  static Path get() {
    String home = System.getProperty(PROPERTY);
    if (home == null) {
      throw new IllegalStateException(
          "No stack: annotate with @WithTestResource(FacteurStack.class)");
    }
    return Path.of(home);
  }

  static boolean exists() {
    return System.getProperty(PROPERTY) != null;
  }

  /** Makes the home, and ends and erases what JVMs that were killed have left in theirs. */
  static void create() throws IOException {
    Path parent = Path.of("target", "facteur-stack").toAbsolutePath();
    Files.createDirectories(parent);
    for (Path home : homes(parent)) {
      if (ProcessHandle.of(Long.parseLong(home.getFileName().toString())).isEmpty()) {
        ServerPid.endAll(home);
        WholeDirectory.delete(home);
      }
    }
    Path home = parent.resolve(Long.toString(ProcessHandle.current().pid()));
    WholeDirectory.delete(home);
    Files.createDirectories(home);
    System.setProperty(PROPERTY, home.toString());
  }

  /** The root of the repository, in which the configuration of the stores is. */
  static Path root() {
    String root = System.getProperty("facteur.root");
    return root != null ? Path.of(root) : rootAbove(Path.of("").toAbsolutePath());
  }

  private static Path rootAbove(Path start) {
    for (Path path = start; path != null; path = path.getParent()) {
      if (Files.exists(path.resolve("deploy/broker/broker.xml"))) {
        return path;
      }
    }
    throw new IllegalStateException("Not inside of the repository: " + start);
  }

  private static List<Path> homes(Path parent) throws IOException {
    try (var paths = Files.list(parent)) {
      return paths.filter(path -> path.getFileName().toString().matches("\\d+")).toList();
    }
  }
}

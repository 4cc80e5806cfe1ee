package io.facteur.local;

import io.facteur.local.client.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real processes, started by the scripts as a person would, with a state and ports of their
 * own.
 */
final class LocalStack {

  private static final Path SCRIPTS =
      Path.of(System.getProperty("facteur.root")).resolve("deploy/local");
  private static final Path STATE = SCRIPTS.resolve("target/stack");
  private static final String PORT_OFFSET = System.getProperty("facteur.port.offset", "11000");
  private static final long LIMIT_MINUTES = 5;

  private LocalStack() {}

  /** What a script said, and how it ended. */
  record Result(int exit, String output) {}

  /**
   * Runs {@code up}, {@code down}, ...: what it says is passed on, so that a failing test can be
   * read.
   */
  static Result run(String script) throws IOException, InterruptedException {
    return run(script, Map.of());
  }

  /** As {@link #run(String)}; what is started finds these settings in its environment. */
  static Result run(String script, Map<String, String> settings)
      throws IOException, InterruptedException {
    Files.createDirectories(STATE);
    Path output = Files.createTempFile(STATE, script, ".out");
    var builder = new ProcessBuilder(SCRIPTS.resolve(script).toString());
    builder.environment().putAll(settings);
    builder.environment().put("FACTEUR_STATE", STATE.toString());
    builder.environment().put("FACTEUR_PORT_OFFSET", PORT_OFFSET);
    builder.environment().put("FACTEUR_BUILD", "never");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    var result = new Result(process.waitFor(), Files.readString(output));
    Files.deleteIfExists(output);
    System.out.println(script + " ends with " + result.exit() + "\n" + result.output());
    return result;
  }

  static Access access() throws IOException {
    return Access.read(STATE);
  }

  static long pid(String name) throws IOException {
    return Long.parseLong(Files.readString(STATE.resolve("run/" + name + ".pid")).strip());
  }

  /** As a crash, or an administrator without patience, would end it. */
  static void kill(String name) throws IOException, InterruptedException {
    kill(List.of(name));
  }

  /** Kills all of them by one command. */
  static void kill(List<String> names) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-KILL"));
    List<ProcessHandle> victims = new ArrayList<>();
    for (String name : names) {
      victims.add(ProcessHandle.of(pid(name)).orElseThrow());
      command.add(Long.toString(pid(name)));
    }
    new ProcessBuilder(command).start().waitFor();
    victims.forEach(victim -> victim.onExit().join());
  }
}

package io.facteur.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that was started, remembered in a file: its pid, and when it started, since pids come
 * again.
 */
record ServerPid(Path file) {

  private static final long STOP_LIMIT_SECONDS = 20;

  static ServerPid of(Path home, String name) {
    return new ServerPid(home.resolve(name + ".pid"));
  }

  void write(long pid) throws IOException {
    String start = ProcessHandle.of(pid).map(ServerPid::start).orElse("");
    Files.writeString(file, pid + " " + start);
  }

  /** The process, when it is still the one that was started. */
  Optional<ProcessHandle> running() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String[] words = Files.readString(file).split(" ", 2);
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(process -> start(process).equals(words[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks the server to end, and makes it end (SIGKILL) when it has not after 20 seconds.
   *
   * @param signal as the {@code kill} command calls it
   */
  void stop(String signal) throws IOException {
    Optional<ProcessHandle> process = running();
    if (process.isPresent()) {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.get().pid())).start();
      end(process.get(), true);
    }
  }

  /** SIGKILL: no goodbye, as in a crash. */
  void kill() {
    running().ifPresent(process -> end(process, process.destroyForcibly()));
  }

  /** Kills every server that is remembered in this home. */
  static void endAll(Path home) throws IOException {
    List<Path> files;
    try (var paths = Files.list(home)) {
      files = paths.filter(path -> path.toString().endsWith(".pid")).toList();
    }
    files.forEach(file -> new ServerPid(file).kill());
  }

  private static void end(ProcessHandle process, boolean asked) {
    try {
      process.onExit().get(asked ? STOP_LIMIT_SECONDS : 0, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException late) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private static String start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}

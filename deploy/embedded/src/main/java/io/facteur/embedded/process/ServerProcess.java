package io.facteur.embedded.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server that runs beside us: started with its output in a log file, ready when its port accepts.
 */
public final class ServerProcess {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(20);

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts the command; its output is appended to {@code log}. */
  public static ServerProcess start(List<String> command, Path log) throws IOException {
    return start(command, Map.of(), log);
  }

  /** Starts the command with these variables added to our environment. */
  public static ServerProcess start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ServerProcess(builder.start(), log);
  }

  /** A port of the loopback address that is free at the moment. */
  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until the port accepts connections, as {@link #await} does. */
  public ServerProcess awaitPort(int port) throws IOException {
    return await(() -> accepts(port));
  }

  /**
   * Waits until the server is ready.
   *
   * @throws IOException when the process ends before, or after a minute; the message names the log
   */
  public ServerProcess await(BooleanSupplier ready) throws IOException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new IOException(
            "Ended with " + process.exitValue() + " before it was ready, see " + log);
      }
      if (System.nanoTime() - limit > 0) {
        throw new IOException("Not ready after " + START_LIMIT + ", see " + log);
      }
      pause();
    }
    return this;
  }

  /**
   * Waits until the process has ended by itself.
   *
   * @throws IOException when it ends with another code than 0, or after a minute
   */
  public void awaitSuccess() throws IOException {
    try {
      if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    if (process.exitValue() != 0) {
      throw new IOException("Ended with " + process.exitValue() + ", see " + log);
    }
  }

  /**
   * Asks the process to end (SIGTERM), and makes it end (SIGKILL) when it has not after 20 seconds.
   */
  public void stop() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw interrupted(e);
    }
  }

  /** Ends the process as a crash would (SIGKILL), and waits until it is gone. */
  public void kill() throws IOException {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Whether somebody listens on this port of the loopback address. */
  public static boolean accepts(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IOException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new IOException("Interrupted while waiting for a server", cause);
  }
}

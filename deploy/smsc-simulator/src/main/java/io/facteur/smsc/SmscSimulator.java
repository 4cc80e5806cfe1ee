package io.facteur.smsc;

import io.facteur.smsc.behaviour.Behaviour;
import io.facteur.smsc.control.Commands;
import io.facteur.smsc.control.ControlServer;
import io.facteur.smsc.mailbox.Mailboxes;
import io.facteur.smsc.session.SmscListener;
import io.facteur.smsc.session.Submits;
import io.facteur.smsc.state.AcceptedLog;
import io.facteur.smsc.state.Slots;
import io.facteur.smsc.state.StateDirectory;
import io.facteur.smsc.tally.Tally;
import io.facteur.smsc.timer.Timer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * An SMPP 3.4 SMSC for development, tests and load: the receiver's last three digits choose what
 * happens to a message, and an HTTP API tells what came and changes how the SMSC behaves.
 *
 * <p>As a process it reads {@code FACTEUR_SMPP_PORT} (2775), {@code FACTEUR_SMPP_CONTROL_PORT}
 * (2780), {@code FACTEUR_SMPP_HOST} (127.0.0.1, the address to listen on), {@code
 * FACTEUR_SMPP_KEEP} (50000, segments whose content is kept) and {@code FACTEUR_SMPP_STATE} (a
 * directory for what survives a restart; none by default). In a test, {@link #start} runs it in the
 * same process.
 */
public final class SmscSimulator implements AutoCloseable {

  private static final int KEPT = 50_000;
  private static final int PENDING_RECEIPTS = 500_000;
  private final Timer timer = new Timer();
  private StateDirectory directory;
  private SmscListener listener;
  private ControlServer control;

  private SmscSimulator(InetAddress address, int smppPort, int controlPort, int kept, Path state)
      throws IOException {
    Clock clock = Clock.systemUTC();
    Behaviour behaviour = new Behaviour();
    try {
      directory = state == null ? null : StateDirectory.open(state);
      Slots slots = state == null ? Slots.none() : Slots.in(directory, PENDING_RECEIPTS);
      AcceptedLog log = state == null ? AcceptedLog.none() : AcceptedLog.in(directory);
      Tally tally = new Tally(clock, kept, log);
      Mailboxes mailboxes = new Mailboxes(timer, behaviour, slots);
      Submits submits = new Submits(clock, timer, behaviour, tally);
      listener = new SmscListener(address, smppPort, submits, mailboxes, behaviour);
      Commands commands = new Commands(tally, mailboxes, listener, submits, behaviour);
      control = new ControlServer(new InetSocketAddress(address, controlPort), commands);
    } catch (IOException failed) {
      close();
      throw failed;
    }
  }

  /**
   * Starts one in this process, on the loopback interface, that forgets everything when it ends.
   *
   * @param smppPort 0 takes any free one
   * @param controlPort 0 takes any free one
   * @throws IOException when a port is taken
   */
  public static SmscSimulator start(int smppPort, int controlPort) throws IOException {
    return start(smppPort, controlPort, null);
  }

  /**
   * The same with a memory: pending receipts and the counts of accepted messages are those that the
   * last simulator in this directory left, even when it was killed.
   *
   * @param state a directory of its own, made when it is not there; null for none
   * @throws IOException when a port is taken or the directory is in use
   */
  public static SmscSimulator start(int smppPort, int controlPort, Path state) throws IOException {
    return new SmscSimulator(InetAddress.getLoopbackAddress(), smppPort, controlPort, KEPT, state);
  }

  /** Runs until the process is told to end. */
  public static void main(String[] arguments) throws InterruptedException {
    // jSMPP's log has no provider here, and nobody misses it.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Map<String, String> environment = System.getenv();
    try {
      SmscSimulator simulator =
          new SmscSimulator(
              InetAddress.getByName(environment.getOrDefault("FACTEUR_SMPP_HOST", "127.0.0.1")),
              number(environment, "FACTEUR_SMPP_PORT", 2775, 65_535),
              number(environment, "FACTEUR_SMPP_CONTROL_PORT", 2780, 65_535),
              number(environment, "FACTEUR_SMPP_KEEP", KEPT, 10_000_000),
              path(environment.get("FACTEUR_SMPP_STATE")));
      Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "smsc-shutdown"));
      System.out.printf(
          "SMSC simulator: smpp=%d control=%d%n", simulator.smppPort(), simulator.controlPort());
    } catch (IOException | IllegalArgumentException failed) {
      System.err.println("The SMSC simulator does not start: " + failed.getMessage());
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }

  private static Path path(String value) {
    return value == null || value.isBlank() ? null : Path.of(value);
  }

  private static int number(Map<String, String> environment, String name, int other, int max) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      return other;
    }
    if (!value.matches("[0-9]{1,8}") || Integer.parseInt(value) > max) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be a whole number from 0 to " + max);
    }
    return Integer.parseInt(value);
  }

  /** The port that ESMEs bind to. */
  public int smppPort() {
    return listener.port();
  }

  /** The port of the control API. */
  public int controlPort() {
    return control.port();
  }

  /** Ends at once and cuts every connection. */
  @Override
  public void close() {
    if (control != null) {
      control.close();
    }
    if (listener != null) {
      listener.close();
    }
    timer.close();
    if (directory != null) {
      directory.close();
    }
  }
}

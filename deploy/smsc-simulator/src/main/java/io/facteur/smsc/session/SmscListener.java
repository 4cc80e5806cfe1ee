package io.facteur.smsc.session;

import io.facteur.smsc.behaviour.Behaviour;
import io.facteur.smsc.mailbox.Mailboxes;
import io.facteur.smsc.wire.PduSocket;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts the connections of ESMEs. */
public final class SmscListener implements Closeable {

  private static final int MAX_SESSIONS = 200;
  private static final int BACKLOG = 50;
  private static final int IDLE_MILLIS = 60_000;

  private final ServerSocket server;
  private final Set<SmscSession> sessions = ConcurrentHashMap.newKeySet();
  private final Submits submits;
  private final Mailboxes mailboxes;
  private final Behaviour behaviour;

  /**
   * Listens at once.
   *
   * @param port 0 takes any free one
   */
  public SmscListener(
      InetAddress address, int port, Submits submits, Mailboxes mailboxes, Behaviour behaviour)
      throws IOException {
    this.submits = submits;
    this.mailboxes = mailboxes;
    this.behaviour = behaviour;
    server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new java.net.InetSocketAddress(address, port), BACKLOG);
    start(this::acceptAll, "smsc-accept");
  }

  /** The port in use. */
  public int port() {
    return server.getLocalPort();
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        accept(server.accept());
      } catch (IOException closedOrBroken) {
        // The loop ends when the server is closed; a connection that broke is of no interest.
      }
    }
  }

  private void accept(Socket connection) throws IOException {
    if (sessions.size() >= MAX_SESSIONS) {
      connection.close();
      return;
    }
    String name = "smsc-" + connection.getPort();
    SmscSession session =
        new SmscSession(
            new PduSocket(connection, name, IDLE_MILLIS), submits, mailboxes, behaviour);
    sessions.add(session);
    start(
        () -> {
          try {
            session.run();
          } finally {
            sessions.remove(session);
          }
        },
        name);
  }

  private static void start(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Connections that are bound now. */
  public int boundSessions() {
    return (int) sessions.stream().filter(SmscSession::isBound).count();
  }

  /** Cuts every connection, as a failing network does. */
  public void dropConnections() {
    sessions.forEach(SmscSession::drop);
  }

  /** Listens no more and cuts every connection. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException alreadyClosed) {
      // Nothing is left to be closed.
    }
    dropConnections();
  }
}

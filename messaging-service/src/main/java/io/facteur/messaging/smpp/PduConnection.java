package io.facteur.messaging.smpp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * A TCP connection seen as SMPP PDUs. One thread reads; any thread sends, without ever blocking: a
 * writer thread gathers what waits into one write.
 */
final class PduConnection {

  private static final int HEADER = 16;
  private static final int MAX_PDU = 70_000;
  private static final int BATCH = 32 << 10;

  /** An operator that lets more wait unread is cut off: memory stays bounded. */
  private static final int MAX_WAITING = 100_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] input = new byte[MAX_PDU];
  private int inputStart;
  private int inputEnd;
  private final Object lock = new Object();
  private final Queue<Outgoing> waiting = new ArrayDeque<>();
  private boolean writing;
  private boolean closed;

  PduConnection(Socket socket, String name) throws IOException {
    this.socket = socket;
    in = socket.getInputStream();
    out = socket.getOutputStream();
    Thread writer = new Thread(this::writeAll, name);
    writer.setDaemon(true);
    writer.start();
  }

  /** The next PDU, header included; fails when there will be none. */
  byte[] read() throws IOException {
    fill(4);
    int length = ByteBuffer.wrap(input, inputStart, 4).getInt();
    if (length < HEADER || length > MAX_PDU) {
      throw new IOException("the operator sent a PDU of " + length + " octets");
    }
    fill(length);
    byte[] pdu = Arrays.copyOfRange(input, inputStart, inputStart + length);
    inputStart += length;
    return pdu;
  }

  private void fill(int wanted) throws IOException {
    if (inputStart == inputEnd) {
      inputStart = 0;
      inputEnd = 0;
    } else if (input.length - inputStart < wanted) {
      System.arraycopy(input, inputStart, input, 0, inputEnd - inputStart);
      inputEnd -= inputStart;
      inputStart = 0;
    }
    while (inputEnd - inputStart < wanted) {
      int count = in.read(input, inputEnd, input.length - inputEnd);
      if (count < 0) {
        throw new EOFException("the operator closed the connection");
      }
      inputEnd += count;
    }
  }

  /** Sets how long {@link #read} waits; 0 for ever. */
  void readTimeout(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  /** Queues a PDU. False when the connection is closed: then nothing of it will be written. */
  boolean send(Outgoing outgoing) {
    synchronized (lock) {
      if (closed) {
        return false;
      }
      if (waiting.size() < MAX_WAITING) {
        waiting.add(outgoing);
        lock.notifyAll();
        return true;
      }
    }
    close();
    return false;
  }

  private void writeAll() {
    byte[] batch = new byte[BATCH];
    try {
      while (true) {
        int length = 0;
        synchronized (lock) {
          writing = false;
          while (waiting.isEmpty() && !closed) {
            lock.wait();
          }
          if (closed) {
            return;
          }
          writing = true;
          while (!waiting.isEmpty() && (length == 0 || fits(batch, length))) {
            Outgoing next = waiting.remove();
            next.leaves();
            byte[] pdu = next.pdu();
            batch = length + pdu.length > batch.length ? Arrays.copyOf(batch, pdu.length) : batch;
            System.arraycopy(pdu, 0, batch, length, pdu.length);
            length += pdu.length;
          }
        }
        out.write(batch, 0, length);
        out.flush();
      }
    } catch (IOException | InterruptedException lost) {
      close();
    }
  }

  private boolean fits(byte[] batch, int length) {
    return length + waiting.element().pdu().length <= batch.length;
  }

  /** Whether everything queued was given to the network. */
  boolean isIdle() {
    synchronized (lock) {
      return closed || (waiting.isEmpty() && !writing);
    }
  }

  /** Closes at once; what is queued is not written. */
  void close() {
    synchronized (lock) {
      closed = true;
      waiting.clear();
      lock.notifyAll();
    }
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to be closed.
    }
  }
}

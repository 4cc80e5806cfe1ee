package io.facteur.smsc.wire;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A TCP connection seen as SMPP PDUs. One thread reads; any thread sends, without ever blocking: a
 * writer thread gathers what waits into one write, so that a burst costs one system call.
 */
public final class PduSocket implements Closeable {

  /** Longest PDU that is read. Nothing in SMPP 3.4 but message_payload comes near it. */
  public static final int MAX_PDU = 70_000;

  private static final int HEADER = 16;

  /** A peer that lets more than this wait unread is cut off: memory stays bounded. */
  private static final int MAX_UNSENT = 8 << 20;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final Object lock = new Object();
  private final byte[] input = new byte[MAX_PDU];
  private int inputStart;
  private int inputEnd;
  private byte[] unsent = new byte[1 << 14];
  private int unsentLength;
  private boolean writing;
  private boolean closed;

  /**
   * Takes a connected socket over.
   *
   * @param idleMillis silence after which {@link #read} gives {@link
   *     java.net.SocketTimeoutException}; reading may go on afterwards
   */
  public PduSocket(Socket socket, String name, int idleMillis) throws IOException {
    this.socket = socket;
    // Without it, small answers wait for the peer's delayed ACK: 40 ms per window.
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(idleMillis);
    in = socket.getInputStream();
    out = socket.getOutputStream();
    Thread writer = new Thread(this::write, name + "-writer");
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * The next PDU, header included.
   *
   * @return null when the peer has closed the connection between two PDUs
   * @throws MalformedPduException when its length is impossible; the stream is then out of step
   */
  public byte[] read() throws IOException {
    if (!fill(4)) {
      return null;
    }
    int length = ByteBuffer.wrap(input, inputStart, 4).getInt();
    if (length < HEADER || length > MAX_PDU) {
      throw new MalformedPduException("command_length " + length);
    }
    if (!fill(length)) {
      throw new EOFException("connection closed within a PDU");
    }
    byte[] pdu = Arrays.copyOfRange(input, inputStart, inputStart + length);
    inputStart += length;
    return pdu;
  }

  private boolean fill(int wanted) throws IOException {
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
        return false;
      }
      inputEnd += count;
    }
    return true;
  }

  /** Queues one PDU; a closed socket swallows it. */
  public void send(byte[] pdu) {
    boolean overrun;
    synchronized (lock) {
      if (closed) {
        return;
      }
      overrun = unsentLength + pdu.length > MAX_UNSENT;
      if (!overrun) {
        if (unsentLength + pdu.length > unsent.length) {
          unsent = Arrays.copyOf(unsent, Math.max(unsent.length * 2, unsentLength + pdu.length));
        }
        System.arraycopy(pdu, 0, unsent, unsentLength, pdu.length);
        unsentLength += pdu.length;
        lock.notifyAll();
      }
    }
    if (overrun) {
      close();
    }
  }

  private void write() {
    byte[] batch = new byte[1 << 14];
    try {
      while (true) {
        int length;
        synchronized (lock) {
          writing = false;
          while (unsentLength == 0 && !closed) {
            lock.wait();
          }
          if (unsentLength == 0) {
            return;
          }
          byte[] full = unsent;
          length = unsentLength;
          unsent = batch;
          unsentLength = 0;
          batch = full;
          writing = true;
        }
        out.write(batch, 0, length);
      }
    } catch (IOException | InterruptedException gone) {
      close();
    }
  }

  /** Closes after what is queued was written, or after a second when the peer does not read. */
  public void closeAfterWriting() {
    long deadline = System.nanoTime() + 1_000_000_000L;
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
    try {
      socket.shutdownInput();
      while (System.nanoTime() < deadline && waiting()) {
        Thread.sleep(5);
      }
      socket.shutdownOutput();
    } catch (IOException | InterruptedException gone) {
      // It is closed below in any case.
    }
    close();
  }

  private boolean waiting() {
    synchronized (lock) {
      return unsentLength > 0 || writing;
    }
  }

  /** Closes at once; what is queued is lost. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      unsentLength = 0;
      lock.notifyAll();
    }
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to be closed.
    }
  }
}

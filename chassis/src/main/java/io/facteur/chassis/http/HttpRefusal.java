package io.facteur.chassis.http;

/**
 * Why a request of the guarded client has no answer. The messages may be shown to the customer who
 * gave the URL: they tell nothing about the network that he could not know.
 */
public abstract sealed class HttpRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private HttpRefusal(String message) {
    // Ordinary outcomes of a hot path: no stack, no suppression.
    super(message, null, false, false);
  }

  /** The URL is not one that can be requested over HTTP or HTTPS. */
  public static final class NotHttp extends HttpRefusal {
    private static final long serialVersionUID = 1L;

    NotHttp(String problem) {
      super(problem);
    }
  }

  /** The host, or the port on it, may not be reached from here. */
  public static final class BlockedAddress extends HttpRefusal {
    private static final long serialVersionUID = 1L;

    BlockedAddress(String host) {
      super("the address of " + host + " is not allowed");
    }
  }

  /** The host's name has no address. */
  public static final class Unresolvable extends HttpRefusal {
    private static final long serialVersionUID = 1L;

    Unresolvable(String host) {
      super("the host " + host + " does not resolve");
    }
  }

  /** The deadline passed. */
  public static final class TimedOut extends HttpRefusal {
    private static final long serialVersionUID = 1L;

    TimedOut(Limits limits) {
      super("no complete answer within " + limits.total().toMillis() + " ms");
    }
  }

  /** The body is larger than the limit. */
  public static final class TooLarge extends HttpRefusal {
    private static final long serialVersionUID = 1L;

    TooLarge(Limits limits) {
      super("the answer is larger than " + limits.maxBytes() + " bytes");
    }
  }

  /** A download that was not answered with success. */
  public static final class BadStatus extends HttpRefusal {
    private static final long serialVersionUID = 1L;
    private final int status;

    BadStatus(int status) {
      super("the host answered with the status " + status);
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }

  /** No connection, or one that broke before the answer was complete. */
  public static final class Disconnected extends HttpRefusal {
    private static final long serialVersionUID = 1L;

    Disconnected(String host) {
      super("the connection to " + host + " failed or broke");
    }
  }
}

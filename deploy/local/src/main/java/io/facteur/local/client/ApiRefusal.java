package io.facteur.local.client;

/** An answer that is not 2xx. */
public final class ApiRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  ApiRefusal(String call, int status, String body) {
    super(call + " answers " + status + ": " + body);
    this.status = status;
  }

  public int status() {
    return status;
  }
}

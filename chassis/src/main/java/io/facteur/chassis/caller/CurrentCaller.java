package io.facteur.chassis.caller;

import jakarta.enterprise.context.RequestScoped;

/** The caller of the HTTP request at hand; set by {@link CallerFilter} before any resource runs. */
@RequestScoped
public class CurrentCaller {

  private Caller caller;

  /** Never null inside of a resource. */
  public Caller get() {
    return caller;
  }

  void set(Caller identified) {
    this.caller = identified;
  }
}

package io.facteur.gateway.upstream;

import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.error.Refused;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** What the caller is told when a service does not answer. */
public final class ServiceFailure {

  private static final Logger LOG = Logger.getLogger(ServiceFailure.class);

  private ServiceFailure() {}

  /** Whether a read that ended like this is worth a second connection. */
  public static boolean isBrokenConnection(Throwable problem) {
    return !(problem instanceof Refused) && !(problem instanceof TimeoutException);
  }

  /** 503: the request was never sent. */
  static Refused unreachable(Service service, Throwable problem) {
    log(service, "unreachable", problem);
    return Refusal.UNAVAILABLE.because(
        "The "
            + service.label()
            + " service can't be reached; nothing was done, try again shortly");
  }

  /** 503 or 504: the request went out, no answer came, and asking again does no harm. */
  public static Refused unanswered(Service service, Throwable problem) {
    if (problem instanceof Refused known) {
      return known;
    }
    log(service, "unanswered", problem);
    return (problem instanceof TimeoutException ? Refusal.NO_ANSWER : Refusal.UNAVAILABLE)
        .because("The " + service.label() + " service did not answer, try again shortly");
  }

  /** 502 or 504: a change went out, and whether it was made is unknown. */
  public static Refused unknownOutcome(Service service, Throwable problem) {
    if (problem instanceof Refused known) {
      return known;
    }
    log(service, "outcome-unknown", problem);
    return (problem instanceof TimeoutException ? Refusal.NO_ANSWER : Refusal.BROKEN_ANSWER)
        .because(
            "The "
                + service.label()
                + " service did not answer, and the call may or may not have been carried out;"
                + " repeat it with the same Idempotency-Key, or look before you repeat it");
  }

  private static void log(Service service, String fact, Throwable problem) {
    LOG.debugf(problem, "fact=service-%s service=%s", fact, service.label());
  }
}

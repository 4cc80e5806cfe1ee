package io.facteur.gateway.route;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long calls take, by who answers them and by the hundred of their status. */
@Singleton
class CallMeters {

  private static final int CLASSES = 6;

  private final Map<Target, Timer[]> timers = new EnumMap<>(Target.class);

  CallMeters(MeterRegistry meters) {
    for (Target target : Target.values()) {
      Timer[] byClass = new Timer[CLASSES];
      for (int hundred = 1; hundred < CLASSES; hundred++) {
        byClass[hundred] =
            Timer.builder("facteur.gateway.calls")
                .description("Calls to known operations, from the first byte to the end")
                .tag("target", target.name().toLowerCase(Locale.ROOT))
                .tag("status", hundred + "xx")
                .register(meters);
      }
      timers.put(target, byClass);
    }
  }

  /** One call has been answered. */
  void answered(Target target, int status, long nanos) {
    timers.get(target)[Math.min(status / 100, CLASSES - 1)].record(nanos, TimeUnit.NANOSECONDS);
  }
}

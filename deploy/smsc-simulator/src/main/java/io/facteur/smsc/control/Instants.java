package io.facteur.smsc.control;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;

/** Times as ISO-8601 text. One type does not earn a dependency on Jackson's module for all. */
final class Instants {

  private Instants() {}

  static Module module() {
    return new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance);
  }
}

package io.facteur.chassis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Lenient in what is read, as OVH is: unknown fields are ignored; but half a minute is no minute.
 * Dates are written as text, large amounts in full.
 */
@Singleton
public class JsonSettings implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    mapper.registerModule(
        new SimpleModule()
            .addSerializer(Double.class, new InFull())
            .addSerializer(double.class, new InFull()));
  }

  /** 16090817 and not 1.6090817E7. */
  private static final class InFull extends JsonSerializer<Double> {

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider context)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(BigDecimal.valueOf(value).toPlainString());
      } else {
        json.writeNull();
      }
    }
  }
}

package io.facteur.gateway.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facteur.gateway.signature.OvhSignature;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/** A call signed as OVH's clients sign it. */
public final class SignedCall {

  /** A body is sent as it is, whatever its Content-Type says. */
  private static final EncoderConfig NO_FORMS =
      EncoderConfig.encoderConfig()
          .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY);

  private final Keys keys;
  private final RequestSpecification request =
      RestAssured.given()
          .config(RestAssuredConfig.config().encoderConfig(NO_FORMS))
          .urlEncodingEnabled(false);
  private String signed = "";
  private long secondsOff;

  private SignedCall(Keys keys) {
    this.keys = keys;
  }

  public static SignedCall by(Keys keys) {
    return new SignedCall(keys);
  }

  public SignedCall body(String json) {
    this.signed = json;
    request.header("Content-Type", "application/json; charset=utf-8").body(json.getBytes(UTF_8));
    return this;
  }

  /** Signs another body than the one that is sent. */
  public SignedCall signedAs(String json) {
    this.signed = json;
    return this;
  }

  public SignedCall header(String name, String value) {
    request.header(name, value);
    return this;
  }

  public SignedCall clockOff(long seconds) {
    this.secondsOff = seconds;
    return this;
  }

  public ValidatableResponse get(String path) {
    return send("GET", path).then();
  }

  public ValidatableResponse post(String path) {
    return send("POST", path).then();
  }

  public ValidatableResponse put(String path) {
    return send("PUT", path).then();
  }

  public ValidatableResponse delete(String path) {
    return send("DELETE", path).then();
  }

  private Response send(String method, String path) {
    String url = RestAssured.baseURI + ":" + RestAssured.port + path;
    String timestamp = Long.toString(Instant.now().getEpochSecond() + secondsOff);
    OvhSignature signature =
        new OvhSignature(keys.secret(), keys.consumer(), method, Buffer.buffer(signed), timestamp);
    return request
        .header("X-Ovh-Application", keys.application())
        .header("X-Ovh-Consumer", keys.consumer())
        .header("X-Ovh-Timestamp", timestamp)
        .header("X-Ovh-Signature", signature.over(url))
        .request(method, path);
  }
}

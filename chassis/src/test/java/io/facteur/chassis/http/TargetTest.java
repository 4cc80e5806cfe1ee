package io.facteur.chassis.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  private static final Set<Integer> OWN = Set.of(8081);

  @Test
  void readsTheParts() {
    assertEquals(
        new Target(true, "host.example", 443, "/a%20b?x=1", Optional.empty()),
        Target.of(URI.create("HTTPS://host.example/a%20b?x=1#part"), OWN));
    assertEquals(
        new Target(false, "::1", 8080, "/", Optional.of("Basic dTpw")),
        Target.of(URI.create("http://u:p@[::1]:8080"), OWN));
    assertEquals(
        "/caf%C3%A9?q=%C3%A9", Target.of(URI.create("http://host.example/café?q=é"), OWN).path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host.example/", "file:///etc/passwd", "/only/a/path", "http:///path",
        "http://host.example:0/", "http://host.example:70000/", "http:opaque", "gopher://x:25/"
      })
  void refusesWhatIsNotHttp(String url) {
    assertThrows(HttpRefusal.NotHttp.class, () -> Target.of(URI.create(url), OWN));
  }

  @Test
  void refusesItsOwnPorts() {
    assertThrows(
        HttpRefusal.BlockedAddress.class,
        () -> Target.of(URI.create("http://host.example:8081/"), OWN));
  }
}

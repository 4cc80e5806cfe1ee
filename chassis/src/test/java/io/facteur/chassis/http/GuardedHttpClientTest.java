package io.facteur.chassis.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GuardedHttpClientTest {

  private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), 100_000, 0);
  private static final int OWN_PORT = 18_081;

  private static Vertx vertx;
  private static WireMockServer host;
  private static GuardedHttpClient open;
  private static GuardedHttpClient strict;

  private record Guard(Optional<List<String>> allow) implements GuardConfig {

    @Override
    public Optional<Set<Integer>> deniedPorts() {
      return Optional.of(Set.of(OWN_PORT));
    }

    @Override
    public Duration connectTimeout() {
      return Duration.ofSeconds(2);
    }

    @Override
    public int connectionsPerHost() {
      return 4;
    }

    @Override
    public Duration keepAlive() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Duration nameCache() {
      return Duration.ofSeconds(5);
    }
  }

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    host = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    host.start();
    open = new GuardedHttpClient(vertx, new Guard(Optional.of(List.of("127.0.0.0/8"))));
    strict = new GuardedHttpClient(vertx, new Guard(Optional.empty()));
  }

  @AfterAll
  static void stop() {
    host.stop();
    vertx.close();
  }

  @Test
  void answersWithStatusHeadersAndBody() throws Exception {
    host.stubFor(
        get("/ok?a=1")
            .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "7").withBody("no")));

    GuardedResponse answer = await(open, url("/ok?a=1"), Map.of("webhook-id", "m1"), LIMITS);

    assertEquals(new GuardedResponse(503, Optional.of("7"), "no", false), answer);
    host.verify(
        getRequestedFor(urlEqualTo("/ok?a=1"))
            .withHeader("webhook-id", equalTo("m1"))
            .withHeader("Host", equalTo("localhost:" + host.port())));
  }

  @Test
  void refusesPrivateAddressesWhateverTheirNotation() {
    for (String name : List.of("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]")) {
      assertInstanceOf(
          HttpRefusal.BlockedAddress.class,
          refusal(strict, URI.create("http://" + name + ":" + host.port() + "/"), LIMITS));
    }
  }

  @Test
  void refusesNumbersThatAreNoHost() {
    for (String name : List.of("2130706433", "127.1", "0x7f000001")) {
      assertInstanceOf(
          HttpRefusal.class,
          refusal(strict, URI.create("http://" + name + ":" + host.port() + "/"), LIMITS));
    }
  }

  @Test
  void refusesItsOwnPortsAlsoOnOpenedNetworks() {
    assertInstanceOf(
        HttpRefusal.BlockedAddress.class,
        refusal(open, URI.create("http://127.0.0.1:" + OWN_PORT + "/"), LIMITS));
  }

  @Test
  void checksEveryHopOfARedirect() {
    host.stubFor(get("/away").willReturn(temporaryRedirect("http://10.0.0.1/")));
    host.stubFor(get("/own").willReturn(temporaryRedirect("http://localhost:" + OWN_PORT + "/")));
    host.stubFor(get("/file").willReturn(temporaryRedirect("file:///etc/passwd")));
    Limits following = new Limits(Duration.ofSeconds(5), 1_000, 2);

    assertInstanceOf(HttpRefusal.BlockedAddress.class, refusal(open, url("/away"), following));
    assertInstanceOf(HttpRefusal.BlockedAddress.class, refusal(open, url("/own"), following));
    assertInstanceOf(HttpRefusal.NotHttp.class, refusal(open, url("/file"), following));
  }

  @Test
  void followsAsManyRedirectsAsTheLimitSays() throws Exception {
    host.stubFor(get("/r1").willReturn(temporaryRedirect("/r2")));
    host.stubFor(get("/r2").willReturn(temporaryRedirect("r3")));
    host.stubFor(get("/r3").willReturn(aResponse().withBody("there")));

    Limits two = new Limits(Duration.ofSeconds(5), 1_000, 2);
    assertEquals("there", await(open, url("/r1"), Map.of(), two).body());
    assertEquals(302, await(open, url("/r1"), Map.of(), LIMITS).status());
  }

  @Test
  void cutsABodyThatIsTooLong() throws Exception {
    host.stubFor(get("/long").willReturn(aResponse().withBody("x".repeat(50_000))));

    Limits ten = new Limits(Duration.ofSeconds(5), 10, 0);
    assertEquals(
        new GuardedResponse(200, Optional.empty(), "x".repeat(10), true),
        await(open, url("/long"), Map.of(), ten));
  }

  @Test
  void endsAtTheDeadlineAlsoWhenBytesTrickle() {
    host.stubFor(
        get("/slow")
            .willReturn(
                aResponse().withBody("x".repeat(1_000)).withChunkedDribbleDelay(100, 20_000)));
    Limits brief = new Limits(Duration.ofMillis(300), 10_000, 0);

    assertInstanceOf(HttpRefusal.TimedOut.class, refusal(open, url("/slow"), brief));
    assertThrows(HttpRefusal.TimedOut.class, () -> read(open.download(url("/slow"), brief)));
  }

  @Test
  void tellsWhenNobodyListensOrTheNameIsUnknown() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    assertInstanceOf(
        HttpRefusal.Disconnected.class,
        refusal(open, URI.create("http://127.0.0.1:" + unused + "/"), LIMITS));
    assertInstanceOf(
        HttpRefusal.Unresolvable.class,
        refusal(open, URI.create("http://no-such-host.invalid/"), LIMITS));
  }

  @Test
  void streamsADownloadOfAnySizeUpToTheLimit() throws Exception {
    byte[] content = new byte[3_000_000];
    new Random(1).nextBytes(content);
    host.stubFor(get("/file.csv").willReturn(aResponse().withBody(content)));

    Limits enough = new Limits(Duration.ofSeconds(20), content.length, 0);
    assertArrayEquals(content, read(open.download(url("/file.csv"), enough)));
    Limits tooFew = new Limits(Duration.ofSeconds(20), content.length - 1, 0);
    assertThrows(HttpRefusal.TooLarge.class, () -> read(open.download(url("/file.csv"), tooFew)));
  }

  @Test
  void downloadsFromAWorkerThreadOfVertx() throws Exception {
    host.stubFor(get("/worker.csv").willReturn(aResponse().withBody("a;b")));

    byte[] body =
        vertx
            .executeBlocking(() -> read(open.download(url("/worker.csv"), LIMITS)))
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);

    assertEquals("a;b", new String(body, java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void refusesADownloadThatIsNotFound() {
    host.stubFor(get("/gone").willReturn(aResponse().withStatus(404)));

    HttpRefusal.BadStatus refusal =
        assertThrows(HttpRefusal.BadStatus.class, () -> open.download(url("/gone"), LIMITS));
    assertEquals(404, refusal.status());
  }

  @Test
  void hangsUpWhenTheReaderCloses() throws Exception {
    host.stubFor(get("/partly").willReturn(aResponse().withBody(new byte[2_000_000])));

    Limits enough = new Limits(Duration.ofSeconds(20), 3_000_000, 0);
    for (int i = 0; i < 10; i++) {
      try (InputStream stream = open.download(url("/partly"), enough)) {
        assertTrue(stream.read() >= 0);
      }
    }
  }

  private static byte[] read(InputStream stream) throws IOException {
    try (stream) {
      return stream.readAllBytes();
    }
  }

  private static URI url(String path) {
    return URI.create("http://localhost:" + host.port() + path);
  }

  private static GuardedResponse await(
      GuardedHttpClient client, URI uri, Map<String, String> headers, Limits limits)
      throws Exception {
    return client.get(uri, headers, limits).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static Throwable refusal(GuardedHttpClient client, URI uri, Limits limits) {
    return assertThrows(ExecutionException.class, () -> await(client, uri, Map.of(), limits))
        .getCause();
  }
}

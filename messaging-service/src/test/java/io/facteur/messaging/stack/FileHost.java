package io.facteur.messaging.stack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A customer's web server with contact files; the service may reach it, and waits briefly. */
public final class FileHost implements QuarkusTestResourceLifecycleManager {

  private static final WireMockServer SERVER =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

  @Override
  public Map<String, String> start() {
    return Map.of(
        "facteur.guard.allow", "127.0.0.0/8",
        "facteur.contacts.document-time", "2s",
        "facteur.contacts.document-bytes", "20000000");
  }

  @Override
  public void stop() {}

  /** Puts a file on the server; answers its URL. */
  public static String put(String path, String content) {
    return put(path, aResponse().withBody(content));
  }

  /** Answers as told; answers the URL. */
  public static String put(String path, ResponseDefinitionBuilder answer) {
    if (!SERVER.isRunning()) {
      SERVER.start();
    }
    SERVER.stubFor(get(path).willReturn(answer));
    return "http://localhost:" + SERVER.port() + path;
  }
}

package io.facteur.bench.row;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.ExecutionException;

/** Offers a contact file as a customer's web server would. */
final class ContactHost implements AutoCloseable {

  /** Last digits up to 799 deliver; see the simulator's table. */
  private static final int ENDINGS = 800;

  private final HttpServer server;

  private ContactHost(Vertx vertx, int contacts) {
    Buffer file = Buffer.buffer("numero;prenom\n");
    for (int n = 0; n < contacts; n++) {
      file.appendString("+336%05d%03d;Camille %d\n".formatted(n / ENDINGS, n % ENDINGS, n));
    }
    this.server = vertx.createHttpServer().requestHandler(request -> request.response().end(file));
  }

  /** A host on some free port, with so many contacts. */
  static ContactHost open(Vertx vertx, int contacts)
      throws InterruptedException, ExecutionException {
    ContactHost host = new ContactHost(vertx, contacts);
    host.server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    return host;
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort() + "/contacts.csv";
  }

  @Override
  public void close() {
    server.close();
  }
}

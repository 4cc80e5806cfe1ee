package io.facteur.embedded.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.embedded.process.ServerProcess;
import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.amqp.AmqpReceiverOptions;
import io.vertx.amqp.AmqpSenderOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

  @TempDir static Path directory;
  static Broker broker;
  static int port;

  final Vertx vertx = Vertx.vertx();
  AmqpConnection connection;

  @BeforeAll
  static void start() throws Exception {
    port = ServerProcess.freePort();
    System.setProperty("facteur.broker.port", Integer.toString(port));
    System.setProperty("facteur.broker.data", directory.toString());
    Path root = Path.of(System.getProperty("facteur.root"));
    broker = Broker.start(root.resolve("deploy/broker/broker.xml"), "facteur", "secret");
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @BeforeEach
  void connect() throws Exception {
    connection = get(client("secret").connect());
  }

  @AfterEach
  void disconnect() throws Exception {
    get(vertx.close());
  }

  @Test
  void givesEveryServiceItsCopyOfAnEvent() throws Exception {
    send("facteur.messaging.events", "one");
    for (String service : new String[] {"billing", "dlr"}) {
      String queue = "facteur.messaging.events::facteur.messaging.events." + service;
      AmqpMessage copy = first(get(connection.createReceiver(queue)));
      assertEquals("one", copy.bodyAsString());
    }
  }

  @Test
  void keepsFromAServiceWhatComesOftenAndIsNothingToIt() throws Exception {
    String[] types = {
      "messages.submitted.v1", "sending.accepted.v1", "receipts.received.v1", "of.tomorrow.v1"
    };
    for (String type : types) {
      sendFact("facteur.messaging." + type);
    }
    assertEquals(List.of("sending.accepted.v1", "of.tomorrow.v1"), factsOf("billing", 2));
    assertEquals(
        List.of("messages.submitted.v1", "receipts.received.v1", "of.tomorrow.v1"),
        factsOf("dlr", 3));
  }

  @Test
  void givesAPlainReceiverItsOwnCopy() throws Exception {
    AmqpReceiver own = get(connection.createReceiver("facteur.users.events"));
    var received = collect(own);
    send("facteur.users.events", "two");
    assertEquals("two", take(received).bodyAsString());
  }

  @Test
  void namesReplyQueuesItself() throws Exception {
    var replies = get(connection.createReceiver(null, new AmqpReceiverOptions().setDynamic(true)));
    var received = collect(replies);
    get(
        get(connection.createAnonymousSender())
            .sendWithAck(
                AmqpMessage.create().address(replies.address()).withBody("three").build()));
    assertEquals("three", take(received).bodyAsString());
  }

  @Test
  void refusesAnAddressThatIsNotDeclared() {
    var failure =
        assertThrows(ExecutionException.class, () -> send("facteur.mistyped.events", "lost"));
    assertTrue(failure.getMessage().contains("facteur.mistyped.events"), failure.getMessage());
  }

  @Test
  void asksForThePassword() {
    assertThrows(ExecutionException.class, () -> get(client("wrong").connect()));
  }

  @Test
  void keepsWhatWasRejectedAmongTheDeadLetters() throws Exception {
    send("facteur.dlr.events", "poison");
    var options = new AmqpReceiverOptions().setAutoAcknowledgement(false);
    String queue = "facteur.dlr.events::facteur.dlr.events.messaging";
    first(get(connection.createReceiver(queue, options))).rejected();
    AmqpMessage dead = first(get(connection.createReceiver("facteur.dead-letters")));
    assertEquals("poison", dead.bodyAsString());
  }

  private AmqpClient client(String password) {
    var options = new AmqpClientOptions().setHost("127.0.0.1").setPort(port);
    return AmqpClient.create(vertx, options.setUsername("facteur").setPassword(password));
  }

  private void send(String address, String body) throws Exception {
    var sender = get(connection.createSender(address, new AmqpSenderOptions()));
    get(sender.sendWithAck(AmqpMessage.create().withBody(body).durable(true).build()));
  }

  private void sendFact(String type) throws Exception {
    var properties = new JsonObject().put("cloudEvents_type", type);
    var sender = get(connection.createSender("facteur.messaging.events", new AmqpSenderOptions()));
    get(
        sender.sendWithAck(
            AmqpMessage.create().applicationProperties(properties).withBody("").build()));
  }

  private List<String> factsOf(String service, int count) throws Exception {
    String queue = "facteur.messaging.events::facteur.messaging.events." + service;
    var received = collect(get(connection.createReceiver(queue)));
    List<String> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String type = take(received).applicationProperties().getString("cloudEvents_type");
      types.add(type.substring("facteur.messaging.".length()));
    }
    return types;
  }

  private static AmqpMessage first(AmqpReceiver receiver) throws Exception {
    return take(collect(receiver));
  }

  private static BlockingQueue<AmqpMessage> collect(AmqpReceiver receiver) {
    var received = new LinkedBlockingQueue<AmqpMessage>();
    receiver.handler(received::add);
    return received;
  }

  private static AmqpMessage take(BlockingQueue<AmqpMessage> received) throws Exception {
    AmqpMessage message = received.poll(10, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("Nothing arrived within 10 seconds");
    }
    return message;
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}

package io.facteur.embedded.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Artemis as a process of its own: {@code BrokerMain <broker.xml> [--attached]}, user and password
 * in the environment ({@code AMQP_USERNAME}, {@code AMQP_PASSWORD}). Ends on SIGTERM; attached,
 * also when its standard input does, and so with the process that started it.
 */
public final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      throw new IllegalArgumentException("Usage: BrokerMain <broker.xml> [--attached]");
    }
    Broker broker =
        Broker.start(Path.of(args[0]), required("AMQP_USERNAME"), required("AMQP_PASSWORD"));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    if (args.length > 1) {
      awaitEndOfInput();
      System.exit(0);
    }
    new CountDownLatch(1).await();
  }

  private static String required(String variable) {
    String value = System.getenv(variable);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("The environment has no " + variable);
    }
    return value;
  }

  private static void awaitEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // What is said does not matter, only that somebody is still there.
    }
  }
}

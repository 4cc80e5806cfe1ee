package io.facteur.testkit;

import io.facteur.embedded.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts the broker in a JVM of its own: it can be killed, and its libraries stay out of the
 * service under test.
 */
final class BrokerLaunch {

  private BrokerLaunch() {}

  static ServerProcess start(int port, Path data, Path log) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dfacteur.broker.port=" + port,
            "-Dfacteur.broker.data=" + data,
            "io.facteur.embedded.broker.BrokerMain",
            StackHome.root().resolve("deploy/broker/broker.xml").toString(),
            "--attached");
    Map<String, String> environment =
        Map.of(
            "CLASSPATH",
            System.getProperty("java.class.path"),
            "AMQP_USERNAME",
            Store.USER,
            "AMQP_PASSWORD",
            Store.PASSWORD);
    return ServerProcess.start(command, environment, log);
  }
}

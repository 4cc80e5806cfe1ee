package io.facteur.embedded.redis;

import io.facteur.embedded.process.ServerProcess;
import io.facteur.embedded.process.WholeDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** Redis, unpacked from its Maven artifact. It keeps nothing on disk: what it holds may be lost. */
public final class RedisServer {

  private final Path program;

  private RedisServer(Path program) {
    this.program = program;
  }

  /** Unpacks the program into this directory, unless it has been done. */
  public static RedisServer in(Path directory) throws IOException {
    return new RedisServer(
        WholeDirectory.make(directory, RedisServer::unpack).resolve("redis-server"));
  }

  /** Starts the server on the loopback address and waits until it accepts connections. */
  public ServerProcess start(int port, Path log) throws IOException {
    return ServerProcess.start(
            List.of(
                program.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--save",
                "",
                "--appendonly",
                "no"),
            log)
        .awaitPort(port);
  }

  private static void unpack(Path directory) throws IOException {
    var platform = OsArchitecture.detectOSandArchitecture();
    String name = ExecutableProvider.newProvidedVersionsMap().get(platform);
    try (var content = name == null ? null : RedisServer.class.getResourceAsStream(name)) {
      if (content == null) {
        throw new IOException("No Redis for " + platform.os + " on " + platform.arch);
      }
      Path program = directory.resolve("redis-server");
      Files.copy(content, program);
      if (!program.toFile().setExecutable(true)) {
        throw new IOException("Cannot make executable: " + program);
      }
    }
  }
}

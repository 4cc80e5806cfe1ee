package io.facteur.local.prepare;

import io.facteur.embedded.keys.TokenKey;
import io.facteur.embedded.postgres.PostgresBinaries;
import io.facteur.embedded.postgres.PostgresCluster;
import io.facteur.embedded.process.WholeDirectory;
import io.facteur.embedded.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * What a first start needs: secrets, the programs of PostgreSQL and Redis, the databases. {@code
 * Prepare <state> <postgresql.conf>} makes what is missing; each part appears as a whole or not at
 * all.
 */
public final class Prepare {

  private Prepare() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Usage: Prepare <state> <postgresql.conf>");
    }
    Path state = Path.of(args[0]);
    Path keys = WholeDirectory.make(state.resolve("keys"), Prepare::writeKeys);
    Secrets secrets = Secrets.read(keys.resolve(Secrets.FILE));
    RedisServer.in(state.resolve("bin/redis"));
    new PostgresCluster(
            PostgresBinaries.in(state.resolve("bin/postgresql")),
            state.resolve("data/postgresql"),
            Path.of(args[1]),
            secrets.get("POSTGRESQL_PASSWORD"))
        .create(secrets.databasePasswords());
  }

  private static void writeKeys(Path directory) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    Secrets secrets = Secrets.generate(new SecureRandom());
    TokenKey key = TokenKey.generate(secrets.get("TOKEN_KEY_ID"));
    writePrivately(directory.resolve(Secrets.FILE), secrets.text());
    writePrivately(directory.resolve("internal-token-key.pem"), key.privatePem());
    writePrivately(directory.resolve("internal-token-jwks.json"), key.jwks());
  }

  private static void writePrivately(Path file, String text) throws IOException {
    var onlyOurs =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, onlyOurs);
    Files.writeString(file, text);
  }
}

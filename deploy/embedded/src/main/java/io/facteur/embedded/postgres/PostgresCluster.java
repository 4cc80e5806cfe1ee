package io.facteur.embedded.postgres;

import io.facteur.embedded.process.PlainUser;
import io.facteur.embedded.process.ServerProcess;
import io.facteur.embedded.process.WholeDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A PostgreSQL cluster: its data directory, and the command that serves it. Loopback only,
 * passwords always asked for.
 *
 * @param binaries the programs
 * @param data the data directory, mode 700
 * @param configuration the {@code postgresql.conf} to run with
 * @param password of the superuser {@value #SUPERUSER}
 */
public record PostgresCluster(
    PostgresBinaries binaries, Path data, Path configuration, String password) {

  /** The role that owns the cluster. Services never connect as it. */
  public static final String SUPERUSER = "facteur";

  /**
   * Makes the cluster with its databases, unless it exists: completely or, when we are killed, not
   * at all.
   */
  public void create(Map<String, String> passwordByDatabase) throws IOException {
    WholeDirectory.make(data, draft -> fill(draft, passwordByDatabase));
  }

  /** Starts the server and waits until it accepts connections. */
  public ServerProcess start(int port, Path log) throws IOException {
    ServerProcess server = ServerProcess.start(command(port), log);
    return server.await(() -> isReady(server.pid()));
  }

  /**
   * PostgreSQL accepts connections before it can answer them; what it writes into its lock file
   * tells more.
   */
  private boolean isReady(long pid) {
    try {
      List<String> lock = Files.readAllLines(data.resolve("postmaster.pid"));
      return lock.size() >= 8
          && lock.get(0).equals(Long.toString(pid))
          && lock.get(7).strip().equals("ready");
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> command(int port) {
    return PlainUser.command(
        List.of(
            binaries.postgres().toString(),
            "-D",
            data.toString(),
            "-c",
            "config_file=" + configuration,
            "-p",
            Integer.toString(port)));
  }

  private void fill(Path draft, Map<String, String> passwordByDatabase) throws IOException {
    initdb(draft);
    var unfinished = new PostgresCluster(binaries, draft, configuration, password);
    int port = ServerProcess.freePort();
    ServerProcess server = unfinished.start(port, draft.resolve("create.log"));
    try {
      var databases = new PostgresDatabases(port, password);
      for (var database : passwordByDatabase.entrySet()) {
        databases.create(database.getKey(), database.getKey(), database.getValue());
      }
    } catch (SQLException e) {
      throw new IOException("Could not create the databases of " + draft, e);
    } finally {
      server.stop();
    }
  }

  private void initdb(Path draft) throws IOException {
    Set<PosixFilePermission> onlyOurs =
        Set.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE);
    Files.setPosixFilePermissions(draft, onlyOurs);
    Path secret = Files.createTempFile(draft.toAbsolutePath().getParent(), "initdb", ".tmp");
    Path log = Files.createTempFile(draft.toAbsolutePath().getParent(), "initdb", ".log");
    try {
      Files.writeString(secret, password);
      ServerProcess.start(PlainUser.command(initdbCommand(draft, secret)), log).awaitSuccess();
    } finally {
      Files.delete(secret);
    }
    Files.delete(log);
  }

  private List<String> initdbCommand(Path draft, Path secret) {
    return List.of(
        binaries.initdb().toString(),
        "-D",
        draft.toString(),
        "-U",
        SUPERUSER,
        "-A",
        "scram-sha-256",
        "--pwfile=" + secret,
        "-E",
        "UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
  }
}

package io.facteur.embedded.postgres;

import io.facteur.embedded.process.WholeDirectory;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked from their Maven artifact for the machine that we run on.
 */
public final class PostgresBinaries {

  private final Path directory;

  private PostgresBinaries(Path directory) {
    this.directory = directory;
  }

  /** Unpacks into this directory (60 MB), unless it has been done. */
  public static PostgresBinaries in(Path directory) throws IOException {
    return new PostgresBinaries(WholeDirectory.make(directory, PostgresBinaries::unpack));
  }

  Path postgres() {
    return directory.resolve("bin/postgres");
  }

  Path initdb() {
    return directory.resolve("bin/initdb");
  }

  private static void unpack(Path directory) throws IOException {
    try (InputStream packed = archive();
        var archive = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        write(directory, entry, archive);
      }
    }
  }

  private static InputStream archive() throws IOException {
    String os = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64v8" : "x86_64";
    InputStream found = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(os, arch);
    if (found == null) {
      throw new IOException("No PostgreSQL for " + os + " on " + arch + " among the dependencies");
    }
    return found;
  }

  private static void write(Path directory, TarArchiveEntry entry, InputStream content)
      throws IOException {
    Path target = directory.resolve(entry.getName()).normalize();
    if (!target.startsWith(directory)) {
      throw new UncheckedIOException(new IOException("Leaves the directory: " + entry.getName()));
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}

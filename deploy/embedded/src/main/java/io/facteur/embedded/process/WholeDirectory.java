package io.facteur.embedded.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Directories that exist completely or not at all, whenever the process that makes them is killed.
 */
public final class WholeDirectory {

  /** Writes the content of a directory. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path directory) throws IOException;
  }

  private WholeDirectory() {}

  /** Makes the directory with this content, unless it exists. Two processes may try it at once. */
  public static Path make(Path directory, Content content) throws IOException {
    if (Files.exists(directory)) {
      return directory;
    }
    Files.createDirectories(directory.toAbsolutePath().getParent());
    deleteAbandonedDrafts(directory);
    Path draft = directory.resolveSibling(draftPrefix(directory) + ProcessHandle.current().pid());
    delete(draft);
    Files.createDirectory(draft);
    content.writeTo(draft);
    try {
      Files.move(draft, directory);
    } catch (IOException e) {
      delete(draft);
      if (!Files.exists(directory)) {
        throw e;
      }
    }
    return directory;
  }

  private static String draftPrefix(Path directory) {
    return directory.getFileName() + ".new-";
  }

  private static void deleteAbandonedDrafts(Path directory) throws IOException {
    String prefix = draftPrefix(directory);
    List<Path> drafts;
    try (var siblings = Files.list(directory.toAbsolutePath().getParent())) {
      drafts = siblings.filter(path -> path.getFileName().toString().startsWith(prefix)).toList();
    }
    for (Path draft : drafts) {
      String pid = draft.getFileName().toString().substring(prefix.length());
      if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
        delete(draft);
      }
    }
  }

  /** Deletes the directory with all that is in it; one that does not exist is none to delete. */
  public static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (var paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}

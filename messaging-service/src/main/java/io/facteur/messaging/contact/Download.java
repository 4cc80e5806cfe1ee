package io.facteur.messaging.contact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that was fetched whole, so that the host's deadline is not ours: a small one in memory, a
 * large one on disk under no name, which is gone when the process is.
 */
public final class Download implements AutoCloseable {

  private static final int IN_MEMORY = 1 << 20;

  private final byte[] content;
  private final FileChannel file;

  private Download(byte[] content, FileChannel file) {
    this.content = content;
    this.file = file;
  }

  /** Reads the source to its end; does not close it. */
  static Download of(InputStream source) throws IOException {
    byte[] head = source.readNBytes(IN_MEMORY);
    if (head.length < IN_MEMORY) {
      return new Download(head, null);
    }
    Path path = Files.createTempFile("facteur-contacts", null);
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      file.write(ByteBuffer.wrap(head));
      source.transferTo(Channels.newOutputStream(file));
      return new Download(null, file);
    } catch (IOException | RuntimeException broken) {
      file.close();
      throw broken;
    }
  }

  /** The content from its start. May be asked for once. */
  public InputStream content() throws IOException {
    if (content != null) {
      return new ByteArrayInputStream(content);
    }
    file.position(0);
    return Channels.newInputStream(file);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}

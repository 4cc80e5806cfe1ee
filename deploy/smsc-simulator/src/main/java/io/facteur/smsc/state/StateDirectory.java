package io.facteur.smsc.state;

import java.io.Closeable;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of one simulator, mapped into memory: what is written there costs no system call and
 * survives the end of the process, however it ends. It need not survive the machine.
 */
public final class StateDirectory implements Closeable {

  private final Path directory;
  private final List<FileChannel> channels = new ArrayList<>();

  private StateDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Opens, and makes where needed, a directory that no other simulator uses.
   *
   * @throws IOException also when another simulator uses it
   */
  public static StateDirectory open(Path directory) throws IOException {
    Files.createDirectories(directory);
    StateDirectory opened = new StateDirectory(directory);
    FileChannel lock = opened.channel("lock");
    try {
      if (lock.tryLock() != null) {
        return opened;
      }
    } catch (OverlappingFileLockException sameProcess) {
      // Refused below, as for another process.
    }
    opened.close();
    throw new IOException(directory + " is in use by another simulator");
  }

  private FileChannel channel(String name) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(name),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    channels.add(channel);
    return channel;
  }

  /** A file of this size; what was never written reads as zeros and takes no room on the disk. */
  MappedByteBuffer map(String name, int octets) throws IOException {
    return channel(name).map(MapMode.READ_WRITE, 0, octets);
  }

  /** Lets another simulator have it. */
  @Override
  public void close() {
    for (FileChannel channel : channels) {
      try {
        channel.close();
      } catch (IOException alreadyClosed) {
        // Nothing is left to be closed.
      }
    }
  }
}

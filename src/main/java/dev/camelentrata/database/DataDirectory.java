package dev.camelentrata.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The data directory, held by this process alone until it is closed or the process dies.
 *
 * @param path absolute, with symbolic links resolved
 */
record DataDirectory(Path path, FileChannel channel) implements AutoCloseable {

  /** PostgreSQL keeps paths below it in 1024 bytes. */
  private static final int LONGEST = 800;

  /** The lock is on a byte far behind the content, so that others can read who holds it. */
  private static final long LOCKED_BYTE = 1L << 40;

  /** Creates the directory where needed and locks it. */
  static DataDirectory claim(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    if (absolute.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw new DatabaseException(
          "The data directory's path is longer than "
              + LONGEST
              + " bytes, which PostgreSQL cannot use. Set ENTRATA_DATA_DIR to a shorter one.");
    }
    try {
      if (!Files.exists(absolute)) {
        OwnerOnly.directory(absolute);
      }
      return lock(absolute.toRealPath());
    } catch (FileSystemException e) {
      throw new DatabaseException(
          "Cannot write to the data directory "
              + absolute
              + " ("
              + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason())
              + "). Make it a directory that this user can write, or set ENTRATA_DATA_DIR to"
              + " another.",
          e);
    } catch (IOException e) {
      throw new DatabaseException(
          "Cannot lock the data directory "
              + absolute
              + " ("
              + e.getMessage()
              + "). Set ENTRATA_DATA_DIR to a directory on a local disk.",
          e);
    }
  }

  private static DataDirectory lock(Path directory) throws IOException {
    Path file = directory.resolve("camel-entrata.lock");
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        throw inUse(directory, Files.readString(file).strip());
      }
      channel.truncate(0);
      String pid = Long.toString(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
      return new DataDirectory(directory, channel);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw inUse(directory, "this one");
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static DatabaseException inUse(Path directory, String holder) {
    return new DatabaseException(
        "The data directory "
            + directory
            + " is in use by another camel-entrata (process "
            + holder
            + "). Stop that one, or set ENTRATA_DATA_DIR to another directory. To share one"
            + " database between replicas, set ENTRATA_DATABASE_URL.");
  }

  /** Lets another directory try. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new DatabaseException("Cannot release the data directory " + path, e);
    }
  }
}

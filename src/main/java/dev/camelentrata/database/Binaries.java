package dev.camelentrata.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The unpacked PostgreSQL programs.
 *
 * @param home the directory with {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {

  private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
  private static final String MARKER = "unpacked";

  /** Unpacks the archive below {@code directory} unless that has been done. */
  static Binaries unpack(BinaryArchive archive, Path directory) {
    Path home = directory.resolve(archive.version());
    if (Files.exists(home.resolve(MARKER))) {
      return new Binaries(home);
    }
    Path side = directory.resolve(archive.version() + ".unpacking");
    try {
      OwnerOnly.delete(side);
      OwnerOnly.delete(home);
      OwnerOnly.directory(side);
      LOG.info("Unpacking PostgreSQL {} to {}", archive.version(), home);
      extract(archive, side);
      Files.createFile(side.resolve(MARKER));
      Files.move(side, home, StandardCopyOption.ATOMIC_MOVE);
      return new Binaries(home);
    } catch (IOException e) {
      throw new DatabaseException(
          "Cannot unpack PostgreSQL to "
              + home
              + " ("
              + (e instanceof FileSystemException f ? f.getReason() : e.getMessage())
              + "). It needs about 60 MB of free space; ENTRATA_DATA_DIR says where.",
          e);
    }
  }

  private static void extract(BinaryArchive archive, Path target) throws IOException {
    try (InputStream file = new BufferedInputStream(archive.url().openStream(), 1 << 16);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, inside(target, target.resolve(entry.getName())), target);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path path, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      inside(target, path.resolveSibling(entry.getLinkName()));
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(content, path);
      boolean program = (entry.getMode() & 0100) != 0;
      OwnerOnly.permit(path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
    }
  }

  private static Path inside(Path target, Path path) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(target)) {
      throw new IOException("the archive holds a path that leads out of it");
    }
    return normal;
  }

  /** The full path of a program such as {@code initdb}. */
  Path program(String name) {
    Path plain = home.resolve("bin").resolve(name);
    return Files.exists(plain) ? plain : home.resolve("bin").resolve(name + ".exe");
  }
}

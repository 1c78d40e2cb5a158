package dev.camelentrata.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/** Files and directories that nobody but their owner can read, where the file system can say so. */
final class OwnerOnly {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  /**
   * Creates the directory and its parents; tightens it if it exists and is ours alone to change.
   */
  static void directory(Path directory) throws IOException {
    Files.createDirectories(directory);
    permit(directory, DIRECTORY);
  }

  /** Writes a file that is private from its first byte on, replacing an old one as a whole. */
  static void file(Path file, String content) throws IOException {
    Path side = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(side);
    Files.createFile(side, posix(file) ? attributes() : new FileAttribute<?>[0]);
    Files.writeString(side, content, StandardOpenOption.WRITE);
    Files.move(side, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static void permit(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (posix(path)) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  /**
   * Gives a directory to a user. What is directly below it is looked at, and walked through only
   * where it is not the user's already.
   */
  static void give(Path directory, UserPrincipal owner) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      for (Path child : children) {
        if (!Files.getOwner(child, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
          Files.walkFileTree(child, new Giver(owner));
        }
      }
    }
    giveOne(directory, owner);
  }

  static void giveOne(Path path, UserPrincipal owner) throws IOException {
    Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setOwner(owner);
  }

  /** Deletes a tree; nothing happens if there is none. */
  static void delete(Path tree) throws IOException {
    if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(tree, new Deleter());
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] attributes() {
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)};
  }

  /** Changes the root last, so that an interrupted walk is taken up again. */
  private static final class Giver extends SimpleFileVisitor<Path> {
    private final UserPrincipal owner;

    Giver(UserPrincipal owner) {
      this.owner = owner;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      giveOne(file, owner);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure)
        throws IOException {
      return visitFile(directory, null);
    }
  }

  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure)
        throws IOException {
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}

package dev.camelentrata.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The 256-bit key that everything at rest is sealed with, known by a number for rotation.
 * Immutable, never printed.
 */
public final class MasterKey {

  static final int BYTES = 32;

  private static final Logger LOG = LoggerFactory.getLogger(MasterKey.class);

  private final byte id;
  private final byte[] bytes;

  private MasterKey(byte id, byte[] bytes) {
    this.id = id;
    this.bytes = bytes;
  }

  /**
   * The configured key, or else the one in {@code <data>/master.key}, made at the first start.
   *
   * @param base64 32 bytes in base64; null or blank to use the file
   */
  public static MasterKey load(String base64, Path dataDir) {
    if (base64 != null && !base64.isBlank()) {
      return parse(base64, "ENTRATA_MASTER_KEY");
    }
    Path file = dataDir.resolve("master.key");
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      warnIfOthersCanRead(file);
      return parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new SecurityStateException(
          "Cannot read or write the master key "
              + file
              + " ("
              + (e instanceof FileSystemException ? e.getClass().getSimpleName() : e.getMessage())
              + "). Make it readable by this user, or set ENTRATA_MASTER_KEY.",
          e);
    }
  }

  /** Reads a key from base64, with or without padding, in either alphabet. */
  static MasterKey parse(String base64, String source) {
    byte[] bytes;
    try {
      String plain = base64.strip().replace('-', '+').replace('_', '/');
      bytes = Base64.getDecoder().decode(plain);
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length != BYTES) {
      throw new SecurityStateException(
          "The master key in "
              + source
              + " is not 32 bytes in base64. Make one with `openssl rand -base64 32`; to read"
              + " existing data, put the old key back.");
    }
    return new MasterKey((byte) 1, bytes);
  }

  /** A key of 32 random bytes, for tests and for state that need not outlive the process. */
  public static MasterKey random() {
    return new MasterKey((byte) 1, randomBytes());
  }

  private static byte[] randomBytes() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path side =
        Files.createTempFile(file.toAbsolutePath().getParent(), "master", ".new", ownerOnly);
    try {
      Files.writeString(
          side, Base64.getEncoder().encodeToString(randomBytes()) + "\n", StandardOpenOption.SYNC);
      Files.move(side, file);
      LOG.info("Made a new master key in {}: keep a copy of it apart from the database", file);
    } catch (FileAlreadyExistsException e) {
      LOG.debug("Another process made the master key first", e);
    } finally {
      Files.deleteIfExists(side);
    }
  }

  private static void warnIfOthersCanRead(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (permissions.contains(PosixFilePermission.GROUP_READ)
          || permissions.contains(PosixFilePermission.OTHERS_READ)) {
        LOG.warn("Other users can read the master key: run `chmod 600 {}`", file);
      }
    }
  }

  byte id() {
    return id;
  }

  /** A key for one purpose, derived so that it tells nothing about the keys of other purposes. */
  SecretKey derive(String purpose, String algorithm) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      byte[] derived = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
      return new SecretKeySpec(derived, algorithm);
    } catch (GeneralSecurityException e) {
      throw new SecurityStateException("HMAC-SHA-256 is missing from this Java", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MasterKey key && id == key.id && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return "MasterKey[" + id + "]";
  }
}

package dev.camelentrata.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As whom PostgreSQL runs: it refuses root, so root runs it in a user namespace or as {@code
 * nobody}.
 *
 * @param prefix put before every PostgreSQL command; replaces itself by the command, pid and all
 * @param owner who must own PostgreSQL's files; null to leave them as they are
 */
record ServerAccount(String description, List<String> prefix, UserPrincipal owner) {

  private static final Logger LOG = LoggerFactory.getLogger(ServerAccount.class);
  private static final Duration PROBE = Duration.ofSeconds(10);
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups");

  /** Enters directories that only root may enter; without the secure bit access(2) would say no. */
  private static final List<String> NOBODY_REACHING =
      List.of(
          "setpriv",
          "--reuid=nobody",
          "--regid=65534",
          "--clear-groups",
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override",
          "--securebits=+no_setuid_fixup");

  /** Finds a way that works here and gives it the files below {@code home}. */
  static ServerAccount find(Path data, Path home, Binaries binaries, ServerCommand command) {
    ServerAccount self = new ServerAccount("this user", List.of(), null);
    try {
      if (!weAreRoot()) {
        return self;
      }
      ServerAccount root = new ServerAccount("root's own namespace", NAMESPACE, user(home, "root"));
      if (root.works(home, binaries, command)) {
        return root;
      }
      UserPrincipal nobody = user(home, "nobody");
      letThrough(data);
      for (List<String> prefix : List.of(NOBODY, NOBODY_REACHING)) {
        ServerAccount account = new ServerAccount("nobody", prefix, nobody);
        if (account.works(home, binaries, command)) {
          return account;
        }
      }
    } catch (IOException e) {
      throw new DatabaseException("Cannot hand PostgreSQL its files in " + home, e);
    }
    throw new DatabaseException(
        "PostgreSQL refuses to run as root, and neither `unshare -U` nor `setpriv` could give it"
            + " another user here. Start camel-entrata as an ordinary user, or set"
            + " ENTRATA_DATABASE_URL.");
  }

  private boolean works(Path home, Binaries binaries, ServerCommand command) throws IOException {
    OwnerOnly.give(home, owner);
    ServerCommand.Result probe =
        command.run(prefix, List.of(binaries.program("postgres").toString(), "--version"), PROBE);
    if (!probe.ok()) {
      LOG.debug("PostgreSQL cannot run through {}: {}", prefix, probe.output());
    }
    return probe.ok();
  }

  /** Others may pass through the data directory to PostgreSQL's, not look into it. */
  private static void letThrough(Path data) throws IOException {
    Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(data));
    permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    Files.setPosixFilePermissions(data, permissions);
  }

  private static UserPrincipal user(Path path, String name) throws IOException {
    try {
      return path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    } catch (UserPrincipalNotFoundException e) {
      throw new DatabaseException(
          "PostgreSQL refuses to run as root, and there is no user "
              + name
              + " to run it as."
              + " Start camel-entrata as an ordinary user, or set ENTRATA_DATABASE_URL.",
          e);
    }
  }

  private static boolean weAreRoot() throws IOException {
    Path self = Path.of("/proc/self");
    return Files.exists(self)
        ? Files.getAttribute(self, "unix:uid").equals(0)
        : System.getProperty("user.name").equals("root");
  }
}

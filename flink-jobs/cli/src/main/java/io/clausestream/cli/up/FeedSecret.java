package io.clausestream.cli.up;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret from which the tokens of feeds are made. Stateless. */
final class FeedSecret {

  /** Its name. */
  static final String NAME = "feeds";

  private static final int BYTES = 32;

  private FeedSecret() {}

  /** Makes it when it is not there, for nobody but the owner to read where files know owners. */
  static void ensure(Path secrets) throws IOException {
    Files.createDirectories(secrets);
    Path file = secrets.resolve(NAME);
    if (Files.exists(file)) {
      return;
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Path draft = secrets.resolve(NAME + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, ownerOnly());
    Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}

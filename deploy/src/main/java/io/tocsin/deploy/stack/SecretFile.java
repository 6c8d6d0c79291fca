package io.tocsin.deploy.stack;

import io.tocsin.deploy.host.Folders;
import io.tocsin.deploy.host.UserException;
import io.tocsin.response.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Gives a host that has no secret of some name one of its own, so that pages can be acknowledged,
 * and the desk used, at once. It stands in the work folder: who keeps that keeps the secret.
 */
final class SecretFile {
  private static final int KEY_BYTES = 32;

  private SecretFile() {}

  /**
   * Makes the secret where it is missing.
   *
   * @param secrets the host's, which look into the folder last
   * @param folder of secrets
   * @param name the secret's name
   * @return whether it was missing
   */
  static boolean ensure(Secrets secrets, Path folder, String name) {
    if (secrets.find(name) != null) {
      return false;
    }
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path file = Folders.create(folder).resolve(name);
    try {
      Files.deleteIfExists(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        var owner = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      }
      Files.writeString(file, HexFormat.of().formatHex(key));
      return true;
    } catch (IOException e) {
      throw new UserException("cannot write the secret " + file + ": " + e.getMessage(), e);
    }
  }
}

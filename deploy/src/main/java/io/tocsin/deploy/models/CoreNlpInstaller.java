package io.tocsin.deploy.models;

import io.tocsin.deploy.host.Folders;
import io.tocsin.deploy.host.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes a {@link CoreNlpFolder} of CoreNLP's jars: keeps the code and the few models that are used.
 * The folder appears whole or not at all.
 */
final class CoreNlpInstaller {
  private final CoreNlpFolder target;

  CoreNlpInstaller(CoreNlpFolder target) {
    this.target = target;
  }

  /**
   * Installs, in place of what stands there.
   *
   * @param jars folder with the jars of code and models
   * @throws UserException if a model is in none of them, or the disk does not take it
   */
  void install(Path jars) {
    Path part = target.path().resolveSibling(CoreNlpFolder.NAME + ".part");
    Folders.delete(part);
    Folders.create(part);
    try {
      for (Path jar : jarsIn(jars)) {
        take(jar, part);
      }
      requireWhole(new CoreNlpFolder(part), jars);
      Folders.delete(target.path());
      Files.move(part, target.path());
    } catch (IOException e) {
      throw new UserException("cannot install in " + target.path() + ": " + e, e);
    }
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static void take(Path jar, Path part) throws IOException {
    String name = jar.getFileName().toString();
    if (!CoreNlpModel.isModelJar(name)) {
      Files.copy(jar, part.resolve(name));
      return;
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (CoreNlpModel model : CoreNlpModel.values()) {
        ZipEntry entry = model.isIn(name) ? zip.getEntry(model.entry()) : null;
        if (entry != null) {
          extract(zip, entry, part.resolve(model.fileName()));
        }
      }
    }
  }

  private static void extract(ZipFile zip, ZipEntry entry, Path file) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, file);
    }
  }

  private static void requireWhole(CoreNlpFolder folder, Path jars) {
    for (CoreNlpModel model : CoreNlpModel.values()) {
      if (!Files.isRegularFile(folder.file(model))) {
        throw new UserException("no jar in " + jars + " holds " + model.entry());
      }
    }
  }
}

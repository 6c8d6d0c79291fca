package io.tocsin.deploy.models;

import io.tocsin.deploy.host.ModelsFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Where Stanford CoreNLP stands once it is installed: its code and the models that Tocsin uses.
 *
 * @param path the folder
 */
public record CoreNlpFolder(Path path) {
  /** Its name among the models; the command's script puts the jars in it on the class path. */
  static final String NAME = "corenlp";

  private static final String CODE = "edu.stanford.nlp.pipeline.StanfordCoreNLP";

  /** The folder of this process; it need not be there. */
  public static CoreNlpFolder current() {
    return new CoreNlpFolder(ModelsFolder.current().resolve(NAME));
  }

  /** The file of a model. */
  public Path file(CoreNlpModel model) {
    return path.resolve(model.fileName());
  }

  /** Whether every model is there. */
  public boolean holdsModels() {
    return Arrays.stream(CoreNlpModel.values()).map(this::file).allMatch(Files::isRegularFile);
  }

  /** Whether every model is there and the code is on the class path. */
  public boolean isUsable() {
    return holdsModels() && isOnClassPath();
  }

  /** What a person without it is told. */
  public String missing() {
    return "Stanford CoreNLP is not installed in " + path + ": run 'deploy/tocsin models corenlp'";
  }

  private static boolean isOnClassPath() {
    try {
      Class.forName(CODE, false, CoreNlpFolder.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}

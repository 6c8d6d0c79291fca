package io.tocsin.deploy.models;

/** A model of Stanford CoreNLP that Tocsin uses: 132 MB of the 919 MB that are published. */
public enum CoreNlpModel {
  /** Parts of speech. */
  TAGGER("models", "pos-tagger/english-left3words-distsim.tagger"),
  /** Shift-reduce constituency parser. */
  PARSER("models-english", "srparser/englishSR.ser.gz"),
  /** Recursive neural tensor network over parse trees (Socher et al., 2013). */
  SENTIMENT("models", "sentiment/sentiment.ser.gz"),
  /** People, organisations and places. */
  NAMES("models", "ner/english.all.3class.distsim.crf.ser.gz"),
  /** The same and 'miscellaneous', of which products are a part. */
  MISCELLANEOUS("models", "ner/english.conll.4class.distsim.crf.ser.gz");

  private static final String ROOT = "edu/stanford/nlp/models/";

  private final String classifier;
  private final String path;

  CoreNlpModel(String classifier, String path) {
    this.classifier = classifier;
    this.path = path;
  }

  /** How the names of jars end that hold models only. */
  static boolean isModelJar(String jarName) {
    for (CoreNlpModel model : values()) {
      if (model.isIn(jarName)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this model stands in the jar of this file name. */
  boolean isIn(String jarName) {
    return jarName.endsWith("-" + classifier + ".jar");
  }

  /** Its entry in that jar. */
  String entry() {
    return ROOT + path;
  }

  /** The name of its file once installed. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

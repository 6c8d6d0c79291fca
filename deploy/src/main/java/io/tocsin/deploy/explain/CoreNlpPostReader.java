package io.tocsin.deploy.explain;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import io.tocsin.deploy.models.CoreNlpFolder;
import io.tocsin.deploy.models.CoreNlpModel;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads English by Stanford CoreNLP: part-of-speech tagger and two conditional random fields, one
 * for people, organisations and places, and one for 'miscellaneous' names, of which products are a
 * part; adjectives such as 'German' are left out. Dates, numbers and finer classes are left out:
 * they would cost more than all this.
 */
final class CoreNlpPostReader implements PostReader {
  /** Read often enough once, so that the first incident is not read by cold code. */
  private static final String WARM_UP =
      "Ana Sousa from Lisbon says that Northwind Telecom has lost the whole network of Portugal,"
          + " and the new Windows phone of her daughter shows no signal at all. Is anybody there?";

  private static final int WARM_UP_ROUNDS = 30;

  private final StanfordCoreNLP pipeline;

  private CoreNlpPostReader(StanfordCoreNLP pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * Loads the models, which takes some seconds and 250 MB of the heap.
   *
   * @param folder a usable one
   */
  static CoreNlpPostReader open(CoreNlpFolder folder) {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,lemma,ner");
    properties.setProperty("tokenize.options", "untokenizable=noneDelete");
    properties.setProperty("pos.model", folder.file(CoreNlpModel.TAGGER).toString());
    properties.setProperty(
        "ner.model",
        folder.file(CoreNlpModel.NAMES) + "," + folder.file(CoreNlpModel.MISCELLANEOUS));
    properties.setProperty("ner.applyNumericClassifiers", "false");
    properties.setProperty("ner.useSUTime", "false");
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("ner.buildEntityMentions", "false");
    CoreNlpPostReader reader = new CoreNlpPostReader(new StanfordCoreNLP(properties));
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      reader.read(WARM_UP);
    }
    return reader;
  }

  @Override
  public List<List<TaggedWord>> read(String text) {
    Annotation read = new Annotation(text);
    pipeline.annotate(read);
    return read.get(SentencesAnnotation.class).stream().map(CoreNlpPostReader::words).toList();
  }

  private static List<TaggedWord> words(CoreMap sentence) {
    return sentence.get(TokensAnnotation.class).stream().map(CoreNlpPostReader::word).toList();
  }

  private static TaggedWord word(CoreLabel label) {
    return new TaggedWord(label.word(), label.lemma(), label.tag(), kind(label));
  }

  private static @Nullable NameKind kind(CoreLabel label) {
    return switch (label.ner()) {
      case "PERSON" -> NameKind.PERSON;
      case "ORGANIZATION" -> NameKind.ORGANISATION;
      case "LOCATION" -> NameKind.PLACE;
      case "MISC" -> label.tag().startsWith("JJ") ? null : NameKind.PRODUCT;
      default -> null;
    };
  }
}

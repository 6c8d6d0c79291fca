package io.tocsin.deploy.explain;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations.SentimentAnnotatedTree;
import edu.stanford.nlp.util.CoreMap;
import io.tocsin.deploy.models.CoreNlpFolder;
import io.tocsin.deploy.models.CoreNlpModel;
import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.LanguageTag;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Scores English by Stanford CoreNLP: shift-reduce parser, then the recursive neural tensor network
 * of Socher et al. (2013), which learned on film reviews. The sentence that leans furthest speaks
 * for the text, see {@link SentenceMood#strongest}. Only the first {@value #MOST_CHARS} characters
 * are read, so that no text holds a job up. Every other language stays unscored, and so does a text
 * without a letter; where the network states no language, {@link EnglishGuess} decides.
 *
 * <p>It is here to compare with: thousands of times slower than the scorers for every mention, and
 * not as good on posts. Scorers of one process share the models.
 */
public final class CoreNlpScorer implements SentimentScorer {
  /** How much of a text is read, in UTF-16 units. */
  static final int MOST_CHARS = 1_000;

  private final StanfordCoreNLP pipeline;
  private final EnglishGuess guess = new EnglishGuess();
  private final String model;

  private CoreNlpScorer(StanfordCoreNLP pipeline) {
    this.pipeline = pipeline;
    this.model = "corenlp-" + StanfordCoreNLP.class.getPackage().getImplementationVersion();
  }

  /**
   * Loads the models, which takes some seconds and 650 MB of the heap the first time in a process.
   *
   * @param folder a usable one
   */
  static CoreNlpScorer open(CoreNlpFolder folder) {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,parse,sentiment");
    properties.setProperty("tokenize.options", "untokenizable=noneDelete");
    properties.setProperty("pos.model", folder.file(CoreNlpModel.TAGGER).toString());
    properties.setProperty("parse.model", folder.file(CoreNlpModel.PARSER).toString());
    properties.setProperty("parse.binaryTrees", "true");
    properties.setProperty("parse.buildgraphs", "false");
    properties.setProperty("sentiment.model", folder.file(CoreNlpModel.SENTIMENT).toString());
    return new CoreNlpScorer(new StanfordCoreNLP(properties));
  }

  @Override
  public void judge(String text, @Nullable String lang, Judgement judgement) {
    String stated = LanguageTag.primary(lang);
    String language = stated == null ? guess.languageOf(text) : stated;
    if (!EnglishGuess.ENGLISH.equals(language)
        || text.codePoints().noneMatch(Character::isLetter)) {
      judgement.unscored(language, model);
      return;
    }
    Annotation read = new Annotation(Excerpt.of(text, MOST_CHARS));
    pipeline.annotate(read);
    List<SentenceMood> moods =
        read.get(SentencesAnnotation.class).stream().map(this::mood).toList();
    if (moods.isEmpty()) {
      judgement.unscored(language, model);
    } else {
      take(SentenceMood.strongest(moods), judgement);
    }
  }

  @Override
  public String model() {
    return model;
  }

  private SentenceMood mood(CoreMap sentence) {
    return SentenceMood.of(
        RNNCoreAnnotations.getPredictions(sentence.get(SentimentAnnotatedTree.class))
            .getDDRM()
            .getData());
  }

  private void take(SentenceMood mood, Judgement judgement) {
    SentimentLabel label = SentimentLabel.NEUTRAL;
    double most = mood.neutral();
    if (mood.negative() > most) {
      label = SentimentLabel.NEGATIVE;
      most = mood.negative();
    }
    if (mood.positive() > most) {
      label = SentimentLabel.POSITIVE;
    }
    judgement.scored(
        (float) mood.negative(),
        (float) mood.neutral(),
        (float) mood.positive(),
        label,
        EnglishGuess.ENGLISH,
        model);
  }
}

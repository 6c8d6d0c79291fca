package io.tocsin.deploy.explain;

import io.tocsin.deploy.desk.IncidentInsight;
import io.tocsin.deploy.models.CoreNlpFolder;
import io.tocsin.mention.NormalisedText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns example posts into people, organisations, places, products and key phrases, each with the
 * number of posts that name it. Posts of one text count once, so that a flood of reposts is one
 * voice; posts in another language than English are passed over.
 *
 * <p>The result is whole, or absent after two seconds: the clock is looked at between posts, and a
 * post is read up to {@value PostText#MOST_CHARS} characters, so that no thread works on for longer
 * than one post takes.
 *
 * <p>The models learned on newspapers. In tweets of SemEval, by one reader's judgement: 35 of 40
 * people, 33 of 40 organisations and 35 of 40 places were right, fewer where posts are written
 * without capitals. Products are worse, as no model of CoreNLP knows them: of 51 that {@link
 * ProductSigns} found in 3,000 tweets 27 were products or services, most others bands. Not
 * thread-safe.
 */
public final class Explainer {
  /** How many posts of distinct text are read. */
  static final int MOST_POSTS = 50;

  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final PostReader reader;
  private final LongSupplier nanoClock;
  private final EnglishGuess guess = new EnglishGuess();
  private final NormalisedText normalised = new NormalisedText();

  /**
   * An explainer.
   *
   * @param reader takes posts apart
   * @param nanoClock nanoseconds since any moment
   */
  Explainer(PostReader reader, LongSupplier nanoClock) {
    this.reader = reader;
    this.nanoClock = nanoClock;
  }

  /** Loads the models, which takes some seconds and 250 MB of the heap. */
  static Explainer open(CoreNlpFolder folder) {
    return new Explainer(CoreNlpPostReader.open(folder), System::nanoTime);
  }

  /**
   * What the posts name.
   *
   * @param brand the brand's key or name, which is left out of what is named
   * @param texts posts as written, the most telling first; those after {@value #MOST_POSTS}
   *     distinct ones are not read
   * @return null if it took more than two seconds
   */
  public @Nullable IncidentInsight explain(String brand, List<String> texts) {
    long start = nanoClock.getAsLong();
    String brandKey = NameKey.of(brand);
    NameTally tally = new NameTally();
    for (String text : distinct(texts)) {
      tally.add(
          PostFindings.of(reader.read(PostText.plain(text)), PostText.tagKeys(text), brandKey));
      if (nanoClock.getAsLong() - start > MOST_NANOS) {
        return null;
      }
    }
    return tally.insight();
  }

  private Collection<String> distinct(List<String> texts) {
    Map<Long, String> byHash = new LinkedHashMap<>();
    for (String text : texts) {
      if (byHash.size() < MOST_POSTS && mayBeEnglish(text)) {
        normalised.read(text);
        byHash.putIfAbsent(normalised.hash(), text);
      }
    }
    return byHash.values();
  }

  private boolean mayBeEnglish(String text) {
    String language = guess.languageOf(Excerpt.of(text, PostText.MOST_CHARS));
    return language == null || language.equals(EnglishGuess.ENGLISH);
  }
}

package io.tocsin.deploy.intent;

import io.tocsin.deploy.train.TrainingText;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.scoring.intent.KindRules;
import io.tocsin.scoring.linear.FeatureScanner;
import java.util.List;
import java.util.Set;

/**
 * What the posts teach. That a post complains is labelled. That it needs a response is not, and is
 * concluded: complaints do, and so do questions to a company; thanks to a company and what
 * strangers say to each other do not; of anything else nothing is learnt.
 */
final class IntentLessons {
  private static final String ENGLISH = "en";

  /** A complaint that is missed costs more than one too many. */
  private static final float WEIGHT_OF_COMPLAINTS = 1.5f;

  private final KindRules rules = KindRules.shipped();
  private final FeatureScanner scanner = new FeatureScanner();

  /** One text for each post. */
  List<TrainingText> of(List<ComplaintPost> posts) {
    return posts.stream().map(this::of).toList();
  }

  private TrainingText of(ComplaintPost post) {
    float[] targets = {needsResponse(post), post.complains() ? 1 : 0};
    float weight = post.complains() ? WEIGHT_OF_COMPLAINTS : 1;
    return new TrainingText(post.text(), targets, weight, ENGLISH);
  }

  private float needsResponse(ComplaintPost post) {
    if (post.complains()) {
      return 1;
    }
    Set<IntentKind> kinds = rules.kinds(scanner.read(post.text()), ENGLISH);
    boolean asks = kinds.contains(IntentKind.QUESTION);
    if (post.isRandom()) {
      return asks ? TrainingText.UNKNOWN : 0;
    }
    if (asks) {
      return 1;
    }
    return kinds.contains(IntentKind.PRAISE) ? 0 : TrainingText.UNKNOWN;
  }
}

package io.tocsin.deploy.intent;

import io.tocsin.deploy.train.LinearTrainer;
import io.tocsin.deploy.train.TrainingSettings;
import io.tocsin.deploy.train.TrainingText;
import io.tocsin.scoring.intent.IntentScorer;
import io.tocsin.scoring.linear.FeatureScanner;
import io.tocsin.scoring.linear.LinearModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Trains the model of intent, and judges it on posts that it was not trained on. */
final class IntentTrainer {
  private static final int FOLDS = 5;
  private static final int NEEDS_RESPONSE = IntentScorer.OUTPUTS.indexOf("needs-response");
  private static final int COMPLAINT = IntentScorer.OUTPUTS.indexOf("complaint");

  /** 65,536 buckets are a quarter of a megabyte: they stay in a core's cache. */
  private static final TrainingSettings SETTINGS =
      TrainingSettings.sigmoid(IntentScorer.OUTPUTS.size()).withBits(16);

  private final List<ComplaintPost> posts;

  /** A trainer on these posts. */
  IntentTrainer(List<ComplaintPost> posts) {
    this.posts = posts;
  }

  /** The model from all posts; the same posts give the same model. */
  LinearModel train() {
    return train(posts);
  }

  /** Complaints in each fifth of the posts, by models of the other four. */
  YesNoScores crossValidated() {
    List<Verdict> verdicts = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      judgeHeldOut(index -> index % FOLDS == out, verdicts);
    }
    return YesNoScores.of(verdicts);
  }

  /**
   * Complaints in the posts to the companies of each trade, by models that know no post to any of
   * them.
   */
  SortedMap<String, YesNoScores> byUnknownDomain() {
    SortedMap<String, YesNoScores> scores = new TreeMap<>();
    posts.stream()
        .filter(post -> !post.isRandom())
        .map(ComplaintPost::domain)
        .distinct()
        .forEach(
            domain -> {
              List<Verdict> verdicts = new ArrayList<>();
              judgeHeldOut(index -> posts.get(index).domain().equals(domain), verdicts);
              scores.put(domain, YesNoScores.of(verdicts));
            });
    return scores;
  }

  /**
   * Whether posts need a response, by a model that does not know them.
   *
   * @param judged posts of which a person said whether somebody should respond
   */
  YesNoScores needsResponse(List<JudgedPost> judged) {
    List<String> texts = judged.stream().map(JudgedPost::text).toList();
    LinearModel model = train(posts.stream().filter(p -> !texts.contains(p.text())).toList());
    List<Verdict> verdicts = new ArrayList<>();
    for (JudgedPost post : judged) {
      verdicts.add(new Verdict(judge(model, post.text())[NEEDS_RESPONSE], post.needsResponse()));
    }
    return YesNoScores.of(verdicts);
  }

  private void judgeHeldOut(Function<Integer, Boolean> isHeldOut, List<Verdict> verdicts) {
    List<ComplaintPost> known = new ArrayList<>();
    List<ComplaintPost> heldOut = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      (isHeldOut.apply(i) ? heldOut : known).add(posts.get(i));
    }
    LinearModel model = train(known);
    for (ComplaintPost post : heldOut) {
      verdicts.add(new Verdict(judge(model, post.text())[COMPLAINT], post.complains()));
    }
  }

  private static LinearModel train(List<ComplaintPost> posts) {
    List<TrainingText> texts = new IntentLessons().of(posts);
    return new LinearTrainer(SETTINGS).train(texts, (pass, passes) -> {}).model("en");
  }

  private static float[] judge(LinearModel model, String text) {
    float[] probabilities = new float[model.outputs()];
    model.judge(new FeatureScanner().read(text), probabilities);
    return probabilities;
  }
}

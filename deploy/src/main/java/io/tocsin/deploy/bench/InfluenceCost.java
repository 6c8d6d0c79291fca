package io.tocsin.deploy.bench;

import io.tocsin.mention.Mention;
import io.tocsin.mention.NormalisedText;
import io.tocsin.scoring.influence.Audiences;
import io.tocsin.scoring.influence.InfluenceEstimator;
import java.util.List;

/** The steps that tell a mention's influence and its text again. */
final class InfluenceCost {
  private InfluenceCost() {}

  static List<MicroStep> steps(List<Mention> mentions) {
    Audiences audiences = new Audiences();
    mentions.forEach(mention -> audiences.rankAmong(mention, mention.createdAtMillis()));
    long at = mentions.get(mentions.size() - 1).createdAtMillis();
    return List.of(
        new MicroStep("influence", mentions.size(), () -> influence(mentions, audiences, at)),
        new MicroStep("hash and near-text key", mentions.size(), () -> texts(mentions)));
  }

  /** All in one hour, as in a firehose: a scale is made once an hour. */
  private static long influence(List<Mention> mentions, Audiences audiences, long at) {
    long reach = 0;
    for (Mention mention : mentions) {
      reach += InfluenceEstimator.estimate(mention, at, audiences.rankAmong(mention, at)).reach();
    }
    return reach;
  }

  private static long texts(List<Mention> mentions) {
    NormalisedText text = new NormalisedText();
    long keys = 0;
    for (Mention mention : mentions) {
      text.read(mention.text());
      keys += text.hash() ^ text.nearKey();
    }
    return keys;
  }
}

package io.tocsin.testing;

import io.tocsin.incident.BurningParts;
import io.tocsin.incident.Handling;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentBookKey;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.LinkedIncident;
import io.tocsin.incident.Severity;
import io.tocsin.mention.Author;
import io.tocsin.mention.BrandPart;
import io.tocsin.mention.Drill;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.Visibility;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.influence.Influence;
import io.tocsin.scoring.influence.ReachBasis;
import io.tocsin.scoring.influence.ScaleBasis;
import io.tocsin.scoring.intent.Intent;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.spike.Evidence;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.ExamplePost;
import io.tocsin.window.LanguageShare;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small values that tests are made of. */
public final class Samples {
  /** Many people who say nothing new. */
  public static final Evidence EVIDENCE =
      new Evidence(List.of(), 48, 0.01, 0.03, List.of(new LanguageShare("en", 1)), 0, 1);

  /** A post that complains and asks. */
  public static final ExamplePost COMPLAINT =
      new ExamplePost(
          "7",
          "x",
          "ada",
          "no signal, why?",
          null,
          0.9,
          0.8,
          List.of(IntentKind.COMPLAINT, IntentKind.QUESTION));

  private Samples() {}

  /** A public post of its own author and text. */
  public static Mention mention(String id, String channel, long atMillis) {
    return mention(id, channel, atMillis, "author-" + id, Visibility.PUBLIC);
  }

  /** A post. */
  public static Mention mention(
      String id, String channel, long atMillis, String author, Visibility visibility) {
    return new Mention(
        id,
        channel,
        "text of " + id,
        "en",
        atMillis,
        new Author(author, author, 100L, null, null),
        MentionKind.POST,
        null,
        null,
        List.of(),
        null,
        null,
        visibility,
        Engagement.NONE);
  }

  /** The same post, made up for a drill. */
  public static Mention madeUp(Mention mention, Drill drill) {
    return new Mention(
        mention.id(),
        mention.channel(),
        mention.text(),
        mention.lang(),
        mention.createdAtMillis(),
        mention.author(),
        mention.kind(),
        mention.conversationId(),
        mention.inReplyTo(),
        mention.addressedTo(),
        mention.location(),
        mention.url(),
        mention.visibility(),
        mention.engagement(),
        drill);
  }

  /** A post that says this. */
  public static Mention saying(String id, String text) {
    Mention post = mention(id, "x", 0);
    return new Mention(
        post.id(),
        post.channel(),
        text,
        post.lang(),
        post.createdAtMillis(),
        post.author(),
        post.kind(),
        null,
        null,
        List.of(),
        null,
        null,
        post.visibility(),
        post.engagement());
  }

  /** A scored mention; its text hash comes from the text. */
  public static ScoredMention scored(Mention mention, float negative, String... brands) {
    return scored(mention, negative, mention.text().hashCode() * 31L + 7, brands);
  }

  /** A scored mention with this text hash. */
  public static ScoredMention scored(
      Mention mention, float negative, long textHash, String... brands) {
    return scored(mention, negative, textHash, textHash, brands);
  }

  /** A scored mention with this text hash and near-text key. */
  public static ScoredMention scored(
      Mention mention, float negative, long textHash, long nearTextKey, String... brands) {
    float positive = (1 - negative) / 2;
    SentimentLabel label = negative > 0.5 ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE;
    return new ScoredMention(
        mention,
        List.of(brands),
        List.of(),
        new Sentiment(negative, 1 - negative - positive, positive, label, "en", "sample"),
        new Influence(negative / 2, 100, ReachBasis.FOLLOWERS, ScaleBasis.CHANNEL),
        textHash,
        nearTextKey,
        Intent.UNKNOWN);
  }

  /** The same scored mention about these parts of its brands. */
  public static ScoredMention about(ScoredMention scored, List<BrandPart> parts) {
    return new ScoredMention(
        scored.mention(),
        scored.brands(),
        parts,
        scored.sentiment(),
        scored.influence(),
        scored.textHash(),
        scored.nearTextKey(),
        scored.intent());
  }

  /** The same scored mention with another intent. */
  public static ScoredMention wanting(ScoredMention scored, Intent intent) {
    return new ScoredMention(
        scored.mention(),
        scored.brands(),
        scored.parts(),
        scored.sentiment(),
        scored.influence(),
        scored.textHash(),
        scored.nearTextKey(),
        intent);
  }

  /** A spike of a watch. */
  public static Spike spike(
      Watch watch, Signal signal, SpikePhase phase, Instant at, double score) {
    return new Spike(
        watch.key() + "/" + signal,
        watch,
        signal,
        phase,
        at,
        at.minusSeconds(20),
        60_000,
        120,
        6,
        score,
        130,
        110,
        115,
        0.8,
        0.2,
        1,
        40_000,
        List.of(),
        EVIDENCE,
        List.of(),
        "120 where 6 is usual",
        "v1");
  }

  /** The same spike, told anew. */
  public static Spike told(Spike spike, String id, SpikePhase phase, Instant at, double score) {
    return new Spike(
        id,
        spike.watch(),
        spike.signal(),
        phase,
        at,
        spike.since(),
        spike.windowMillis(),
        spike.observed(),
        spike.expected(),
        score,
        spike.mentions(),
        spike.distinctTexts(),
        spike.distinctAuthors(),
        spike.negativeShare(),
        spike.usualNegativeShare(),
        spike.scoredShare(),
        spike.reach(),
        spike.windows(),
        spike.evidence(),
        spike.examples(),
        spike.why(),
        spike.planVersion());
  }

  /** The same incident, handled otherwise. */
  public static Incident handled(Incident incident, Handling handling) {
    return incident.told(
        incident.state(), incident.change(), incident.at(), incident.acknowledgedBy(), handling);
  }

  /** Handling that holds pages back, or has begun them anew so often. */
  public static Handling handling(
      @Nullable Instant snoozedUntil,
      @Nullable Severity heard,
      int round,
      @Nullable String mergedInto,
      LinkedIncident... linked) {
    return new Handling(
        null, null, null, snoozedUntil, null, heard, round, mergedInto, List.of(linked));
  }

  /** An incident. */
  public static Incident incident(
      String brand, Severity severity, IncidentChange change, IncidentState state, Instant at) {
    return incident(brand, severity, change, state, at, null);
  }

  /** An incident of a drill, or a real one for null. */
  public static Incident incident(
      String brand,
      Severity severity,
      IncidentChange change,
      IncidentState state,
      Instant at,
      @Nullable Drill drill) {
    return new Incident(
        drill == null ? brand + "/1" : IncidentBookKey.of(brand, drill) + "~1",
        brand,
        state,
        severity,
        change,
        at,
        at,
        at.minusSeconds(20),
        120,
        6,
        40,
        130,
        0.8,
        0.2,
        40_000,
        List.of(),
        List.of("x"),
        BurningParts.NONE,
        List.of(COMPLAINT),
        EVIDENCE,
        "120 where 6 is usual",
        null,
        drill,
        "v1",
        null,
        null,
        Handling.NONE);
  }

  /** The same incident, of which this is said. */
  public static Incident saying(
      Incident incident, String reason, List<String> channels, List<ExamplePost> examples) {
    return new Incident(
        incident.id(),
        incident.brand(),
        incident.state(),
        incident.severity(),
        incident.change(),
        incident.at(),
        incident.openedAt(),
        incident.since(),
        incident.observed(),
        incident.expected(),
        incident.score(),
        incident.mentions(),
        incident.negativeShare(),
        incident.usualNegativeShare(),
        incident.reach(),
        incident.spikes(),
        channels,
        incident.parts(),
        examples,
        incident.evidence(),
        reason,
        incident.acknowledgedBy(),
        incident.drill(),
        incident.planVersion(),
        incident.grounds(),
        incident.leadingSpike(),
        incident.handling());
  }
}

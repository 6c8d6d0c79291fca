package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Weighted;
import io.tocsin.deploy.firehose.people.Channel;
import io.tocsin.deploy.firehose.text.Intent;
import io.tocsin.deploy.firehose.text.Language;
import io.tocsin.deploy.firehose.text.Topic;
import io.tocsin.mention.MentionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How people write about something for a while.
 *
 * @param topic what about
 * @param intents how they feel
 * @param kinds what they post
 * @param channels where
 * @param languages in which languages
 * @param influentialShare share of posts by those with the most followers, on top of chance
 * @param region where it happens: nearly half of the posts come from there; null for everywhere
 */
record Mood(
    Topic topic,
    Weighted<Intent> intents,
    Weighted<MentionKind> kinds,
    Weighted<Channel> channels,
    Weighted<Language> languages,
    double influentialShare,
    @Nullable String region) {
  private static final List<Intent> INTENTS =
      List.of(Intent.NEGATIVE, Intent.NEUTRAL, Intent.POSITIVE);
  private static final List<MentionKind> KINDS =
      List.of(MentionKind.POST, MentionKind.REPLY, MentionKind.REPOST, MentionKind.QUOTE);
  private static final Weighted<Channel> USUAL_CHANNELS =
      Weighted.of(List.of(Channel.values()), 0.4, 0.19, 0.13, 0.16, 0.12);
  private static final Weighted<Channel> FAST_CHANNELS =
      Weighted.of(List.of(Channel.values()), 0.62, 0.13, 0.12, 0.05, 0.08);

  /** The languages of the world, as its people speak them. */
  static final Weighted<Language> LANGUAGES =
      Weighted.of(List.of(Language.values()), 0.58, 0.15, 0.12, 0.11, 0.02, 0.02);

  private static final Weighted<Language> AT_HOME =
      Weighted.of(List.of(Language.values()), 0.86, 0.05, 0.04, 0.03, 0.01, 0.01);
  private static final Weighted<MentionKind> USUAL_KINDS = kinds(0.55, 0.22, 0.15, 0.08);
  private static final String HOME_REGION = "north";

  /** An ordinary day of a brand. */
  static Mood ordinary(double negativeShare) {
    double positive = Math.min(0.38, 1 - negativeShare);
    Weighted<Intent> intents = intents(negativeShare, 1 - negativeShare - positive, positive);
    return new Mood(Topic.TALK, intents, USUAL_KINDS, USUAL_CHANNELS, LANGUAGES, 0.002, null);
  }

  /** What people write when they write about no brand. */
  static Mood noise() {
    Weighted<Intent> intents = intents(0, 1, 0);
    return new Mood(Topic.NOISE, intents, USUAL_KINDS, USUAL_CHANNELS, LANGUAGES, 0.002, null);
  }

  /** The first half minute of an outage: everybody reports, nobody has been heard yet. */
  static Mood outageBegins() {
    return outage(intents(0.84, 0.13, 0.03), kinds(0.7, 0.22, 0.05, 0.03), 0);
  }

  /** The outage has an audience: those with many followers join and are repeated. */
  static Mood outageSpreads() {
    return outage(intents(0.84, 0.13, 0.03), kinds(0.48, 0.2, 0.26, 0.06), 0.04);
  }

  /** It is over, and people still vent. */
  static Mood outageFades() {
    return outage(intents(0.72, 0.2, 0.08), kinds(0.5, 0.25, 0.2, 0.05), 0.01);
  }

  /** People talk as ever, and hardly one of them is content. */
  static Mood sour() {
    Weighted<Intent> intents = intents(0.85, 0.13, 0.02);
    return new Mood(Topic.TALK, intents, USUAL_KINDS, USUAL_CHANNELS, LANGUAGES, 0.002, null);
  }

  /** Everybody loves it and passes it on. */
  static Mood joy() {
    Weighted<Intent> intents = intents(0.02, 0.08, 0.9);
    return new Mood(
        Topic.JOY, intents, kinds(0.3, 0.05, 0.57, 0.08), FAST_CHANNELS, LANGUAGES, 0.03, null);
  }

  private static Mood outage(
      Weighted<Intent> intents, Weighted<MentionKind> kinds, double influentialShare) {
    return new Mood(
        Topic.OUTAGE, intents, kinds, FAST_CHANNELS, AT_HOME, influentialShare, HOME_REGION);
  }

  private static Weighted<Intent> intents(double negative, double neutral, double positive) {
    return Weighted.of(INTENTS, negative, neutral, positive);
  }

  private static Weighted<MentionKind> kinds(
      double post, double reply, double repost, double quote) {
    return Weighted.of(KINDS, post, reply, repost, quote);
  }
}

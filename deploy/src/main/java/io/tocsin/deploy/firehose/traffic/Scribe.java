package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.people.Channel;
import io.tocsin.deploy.firehose.people.Person;
import io.tocsin.deploy.firehose.people.Population;
import io.tocsin.deploy.firehose.text.Intent;
import io.tocsin.deploy.firehose.text.Language;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import org.jspecify.annotations.Nullable;

/** Writes the posts of one stream: decides who posts, what kind of post, and how they feel. */
final class Scribe {
  private static final double REGION_SHARE = 0.45;
  private static final int REGION_TRIES = 10;
  private static final double ANSWERS_A_POST = 0.5;

  private final Population population;
  private final @Nullable Brand brand;
  private final Chance chance;
  private final Wording wording;
  private final Postmark postmark;
  private final RecentPosts recent = new RecentPosts();

  /**
   * A stream's own scribe.
   *
   * @param brand what its posts are about; null for anything but a brand
   * @param stream the stream's number, for its ids
   */
  Scribe(Scene scene, @Nullable Brand brand, int stream, Chance chance) {
    this.population = scene.population();
    this.brand = brand;
    this.chance = chance;
    this.wording = new Wording(scene.phrasebook(), brand, chance);
    this.postmark = new Postmark(new Ids(scene.startMillis(), stream), scene.lateShare(), chance);
  }

  /** The post that arrives at this moment. */
  Draft compose(Mood mood, long arrivalMillis) {
    MentionKind kind = mood.kinds().pick(chance);
    RecentPosts.Seen seen = kind == MentionKind.POST ? null : recent.pick(chance);
    if (kind == MentionKind.REPOST && seen != null) {
      return repost(seen, arrivalMillis);
    }
    Person person = cast(mood);
    Intent intent = mood.intents().pick(chance);
    String words = wording.words(person, mood.topic(), intent);
    Mention mention =
        switch (kind) {
          case REPLY -> reply(person, words, seen, arrivalMillis);
          case QUOTE -> quote(person, words, seen, arrivalMillis);
          case POST, REPOST -> post(person, words, arrivalMillis);
        };
    Draft draft = new Draft(mention, brand == null ? null : brand.key(), mood.topic(), intent);
    recent.add(draft, person, chance);
    return draft;
  }

  private Mention post(Person person, String words, long arrivalMillis) {
    return postmark.stamp(person, words, MentionKind.POST, null, arrivalMillis);
  }

  private Mention reply(
      Person person, String words, RecentPosts.@Nullable Seen seen, long arrivalMillis) {
    if (seen != null && chance.happens(ANSWERS_A_POST)) {
      String text = "@" + seen.writer().handle() + " " + words;
      Mention answered = seen.draft().mention();
      return postmark.stamp(person, text, MentionKind.REPLY, answered, arrivalMillis);
    }
    return postmark.stamp(person, addressed(words), MentionKind.REPLY, null, arrivalMillis);
  }

  private String addressed(String words) {
    String address = brand == null ? "" : "@" + brand.handle();
    return words.contains(address) ? words : address + " " + words;
  }

  private Mention quote(
      Person person, String words, RecentPosts.@Nullable Seen seen, long arrivalMillis) {
    if (seen == null) {
      return post(person, words, arrivalMillis);
    }
    String text = words + " " + seen.draft().mention().url();
    return postmark.stamp(person, text, MentionKind.QUOTE, null, arrivalMillis);
  }

  private Draft repost(RecentPosts.Seen seen, long arrivalMillis) {
    Draft original = seen.draft();
    Person writer = seen.writer();
    Person person = population.regular(writer.home().language(), writer.channel(), chance);
    String text = "RT @" + writer.handle() + ": " + original.mention().text();
    Mention mention = postmark.stamp(person, text, MentionKind.REPOST, null, arrivalMillis);
    return new Draft(mention, original.brand(), original.topic(), original.intent());
  }

  private Person cast(Mood mood) {
    if (chance.happens(mood.influentialShare())) {
      return population.influential(chance);
    }
    Channel channel = mood.channels().pick(chance);
    Language language = mood.languages().pick(chance);
    String region = mood.region();
    if (region == null) {
      return population.regular(language, channel, chance);
    }
    return chance.happens(REGION_SHARE)
        ? neighbour(region, language, channel)
        : population.anybody(language, channel, chance);
  }

  private Person neighbour(String region, Language language, Channel channel) {
    Person person = population.anybody(language, channel, chance);
    for (int i = 0; i < REGION_TRIES && !person.home().region().equals(region); i++) {
      person = population.anybody(language, channel, chance);
    }
    return person;
  }
}

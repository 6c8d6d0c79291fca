package io.tocsin.deploy.firehose.people;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.chance.Weighted;
import io.tocsin.deploy.firehose.text.Habit;
import io.tocsin.deploy.firehose.text.Language;
import io.tocsin.mention.Author;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes up one person after another. */
final class Casting {
  /** Half of all accounts have fewer than about twice this many followers. */
  private static final double LEAST_FOLLOWERS = 60;

  /**
   * The tail's exponent. Follower counts of social networks are fitted by about 1 (for Twitter:
   * Kwak and others, 'What is Twitter, a social network or a news media?', WWW 2010).
   */
  private static final double FOLLOWERS_EXPONENT = 0.9;

  private static final double MOST_FOLLOWERS = 5e6;
  private static final double FOLLOWERS_UNKNOWN = 0.05;
  private static final double VERIFIED = 0.01;
  private static final long VERIFIED_FROM_FOLLOWERS = 100_000;
  private static final double VERIFIED_AMONG_LARGE = 0.6;
  private static final double LOCATION_TOLD = 0.65;
  private static final double LOCATION_JOKE = 0.04;
  private static final double OLDEST_ACCOUNT_DAYS = 15 * 365.0;

  private static final List<String> JOKES =
      List.of("somewhere with wifi", "the moon", "in your head", "planet earth 🌍", "404", "home");
  private static final List<String> FIRST =
      List.of(
          "ann", "ben", "cleo", "dora", "emil", "fay", "gus", "hana", "ivo", "jo", "kit", "lena",
          "max", "nia", "oto", "pia", "quin", "rosa", "sam", "tess", "una", "vic", "wen", "yara",
          "zoe", "marta", "luis", "chloe", "jonas", "aiko", "joao", "paul");
  private static final List<String> SECOND =
      List.of(
          "bakes", "runs", "reads", "hill", "stone", "river", "codes", "sings", "fox", "birch",
          "moon", "vale", "north", "knits", "cooks", "rides", "paints", "lake", "wood", "garden");
  private static final Weighted<Habit> HABITS =
      Weighted.of(List.of(Habit.CAREFUL, Habit.HASTY, Habit.LOWER_CASE), 0.5, 0.3, 0.2);
  private static final Weighted<Language> LANGUAGES =
      Weighted.of(
          List.of(Language.EN, Language.DE, Language.ES, Language.FR, Language.PT, Language.JA),
          0.58,
          0.15,
          0.12,
          0.11,
          0.02,
          0.02);
  private static final Weighted<Channel> CHANNELS =
      Weighted.of(List.of(Channel.values()), 0.4, 0.19, 0.13, 0.16, 0.12);

  private final Chance chance;
  private final long nowMillis;
  private final Map<Language, List<Place>> towns = new EnumMap<>(Language.class);

  /** Accounts are as old as they may be at this moment. */
  Casting(Chance chance, long nowMillis) {
    this.chance = chance;
    this.nowMillis = nowMillis;
    List<Place> places = Place.all();
    for (Language language : Language.values()) {
      towns.put(language, places.stream().filter(place -> place.language() == language).toList());
    }
  }

  /** Somebody new. */
  Person cast(int number) {
    Channel channel = CHANNELS.pick(chance);
    Place home = chance.oneOf(Objects.requireNonNull(towns.get(LANGUAGES.pick(chance))));
    long audience = audience();
    Author author =
        new Author(
            channel.key() + "-" + (100_000 + number),
            chance.oneOf(FIRST) + "_" + chance.oneOf(SECOND) + number,
            chance.happens(FOLLOWERS_UNKNOWN) ? null : audience,
            verified(channel, audience),
            openedAtMillis());
    return new Person(author, channel, home, location(home), HABITS.pick(chance), audience);
  }

  private long audience() {
    double drawn = chance.pareto(LEAST_FOLLOWERS, FOLLOWERS_EXPONENT) - LEAST_FOLLOWERS / 2;
    return (long) Math.min(drawn, MOST_FOLLOWERS * chance.between(0.5, 1.0));
  }

  private @Nullable Boolean verified(Channel channel, long audience) {
    if (!channel.tellsVerified()) {
      return null;
    }
    return chance.happens(audience >= VERIFIED_FROM_FOLLOWERS ? VERIFIED_AMONG_LARGE : VERIFIED);
  }

  private long openedAtMillis() {
    double ageDays = 1 + chance.unit() * OLDEST_ACCOUNT_DAYS;
    return nowMillis - (long) (ageDays * TimeUnit.DAYS.toMillis(1));
  }

  private @Nullable String location(Place home) {
    if (!chance.happens(LOCATION_TOLD)) {
      return null;
    }
    if (chance.happens(LOCATION_JOKE)) {
      return chance.oneOf(JOKES);
    }
    return switch (chance.below(4)) {
      case 0 -> home.city();
      case 1 -> "📍 " + home.city();
      default -> home.city() + ", " + home.country();
    };
  }
}

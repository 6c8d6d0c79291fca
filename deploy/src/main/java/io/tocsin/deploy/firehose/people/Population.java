package io.tocsin.deploy.firehose.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.text.Language;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Everybody in the simulated world. Few have most of the followers, and few write most of the
 * posts.
 */
public final class Population {
  /** This share of the people, those with the most followers, counts as influential. */
  public static final double INFLUENTIAL_SHARE = 0.01;

  private final List<Person> people;
  private final List<Person> influential;

  private final Map<Language, Map<Channel, List<Person>>> circles;

  /**
   * Makes up this many people.
   *
   * @param nowMillis no account is younger than this, epoch milliseconds
   */
  public Population(int size, Chance chance, long nowMillis) {
    Casting casting = new Casting(chance, nowMillis);
    people = IntStream.range(0, size).mapToObj(casting::cast).toList();
    influential =
        people.stream()
            .sorted(Comparator.comparingLong(Person::audience).reversed())
            .limit((long) Math.ceil(size * INFLUENTIAL_SHARE))
            .toList();
    circles = circlesOf(people);
  }

  /** Everybody. */
  public List<Person> people() {
    return people;
  }

  /** One of those with the most followers, evenly. */
  public Person influential(Chance chance) {
    return chance.oneOf(influential);
  }

  /** Anybody of this language on this channel, all equally likely. */
  public Person anybody(Language language, Channel channel, Chance chance) {
    return chance.oneOf(circle(language, channel));
  }

  /** Somebody of this language on this channel, those who write often more likely. */
  public Person regular(Language language, Channel channel, Chance chance) {
    List<Person> circle = circle(language, channel);
    double often = chance.unit() * chance.unit();
    return circle.get((int) (often * circle.size()));
  }

  private List<Person> circle(Language language, Channel channel) {
    List<Person> circle = circles.getOrDefault(language, Map.of()).get(channel);
    return circle == null ? people : circle;
  }

  private static Map<Language, Map<Channel, List<Person>>> circlesOf(List<Person> people) {
    return people.stream()
        .collect(
            groupingBy(
                person -> person.home().language(),
                () -> new EnumMap<>(Language.class),
                groupingBy(Person::channel, () -> new EnumMap<>(Channel.class), toList())));
  }
}

package io.tocsin.deploy.firehose.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.text.Language;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PopulationTest {
  private static final int SIZE = 20_000;
  private static final long NOW = 1_767_225_600_000L;
  private static final Population POPULATION = new Population(SIZE, new Chance(5), NOW);

  @Test
  void givesMostFollowersToFewPeople() {
    List<Long> audiences = POPULATION.people().stream().map(Person::audience).sorted().toList();
    long all = audiences.stream().mapToLong(Long::longValue).sum();
    long ofTopHundredth =
        audiences.stream().skip(SIZE - SIZE / 100).mapToLong(Long::longValue).sum();

    assertThat(audiences.get(SIZE / 2)).isBetween(50L, 200L);
    assertThat(audiences.get(SIZE - 1)).isGreaterThan(1_000_000);
    assertThat((double) ofTopHundredth / all).isGreaterThan(0.4);
  }

  @Test
  void hidesTheFollowersOfSomeAndVouchesForFew() {
    long unknown =
        POPULATION.people().stream().filter(who -> who.author().followers() == null).count();
    long verified =
        POPULATION.people().stream()
            .filter(who -> Boolean.TRUE.equals(who.author().verified()))
            .count();

    assertThat(unknown).isBetween(SIZE / 30L, SIZE / 12L);
    assertThat(verified).isBetween(SIZE / 500L, SIZE / 25L);
  }

  @Test
  void opensNoAccountInTheFuture() {
    assertThat(POPULATION.people())
        .allSatisfy(who -> assertThat(who.author().createdAtMillis()).isLessThan(NOW));
  }

  @Test
  void givesEverybodyAnAccountOfTheirOwn() {
    assertThat(POPULATION.people().stream().map(who -> who.author().id()).distinct()).hasSize(SIZE);
    assertThat(POPULATION.people().stream().map(Person::handle).distinct()).hasSize(SIZE);
  }

  @Test
  void letsSomeWriteFarMoreOftenThanOthers() {
    Chance chance = new Chance(6);
    Map<Person, Long> posts =
        Stream.generate(() -> POPULATION.regular(Language.EN, Channel.X, chance))
            .limit(50_000)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Long> counts = posts.values().stream().sorted().toList();

    assertThat(counts.get(counts.size() - 1)).isGreaterThan(5 * counts.get(counts.size() / 2));
  }

  @Test
  void findsTheRightCircle() {
    Chance chance = new Chance(7);
    assertThat(POPULATION.anybody(Language.FR, Channel.REDDIT, chance))
        .satisfies(
            who -> {
              assertThat(who.channel()).isEqualTo(Channel.REDDIT);
              assertThat(who.home().language()).isEqualTo(Language.FR);
            });
    assertThat(POPULATION.influential(chance).audience()).isGreaterThan(5_000);
  }
}

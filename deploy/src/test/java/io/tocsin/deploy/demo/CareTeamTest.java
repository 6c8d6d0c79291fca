package io.tocsin.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.demo.CareTeam.Post;
import io.tocsin.response.Redirect;
import io.tocsin.response.RedirectReason;
import io.tocsin.response.ValveState;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import io.tocsin.response.overflow.ResponseKind;
import io.tocsin.response.plan.CrisisPlanParser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CareTeamTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final int PEOPLE = 3;
  private static final String PLAN =
      """
      version: '1'
      brands:
        - brand: acme
          match: {handles: [acme]}
          page: [{target: duty, transport: console, from: warning}]
          queues:
            - {queue: care, capacity: 3, backups: [helpers]}
          pools:
            - {pool: helpers, heads: 2, capacity: 4}
          redirect:
            - {queue: care, from: warning}
      """;

  private final CareTeam team =
      new CareTeam(Objects.requireNonNull(CrisisPlanParser.read(PLAN, "plan").plan()));
  private final List<Object> told = new ArrayList<>();

  @Test
  void nobodyAnswersTwoAtATime() {
    posts(20);
    goOn(Duration.ofHours(1));

    Set<String> busy = new HashSet<>();
    for (Response response : responses()) {
      if (response.kind() == ResponseKind.CLAIM) {
        assertThat(busy.add(response.by())).as(response.toString()).isTrue();
      } else {
        assertThat(busy.remove(response.by())).as(response.toString()).isTrue();
      }
      assertThat(busy).hasSizeLessThanOrEqualTo(PEOPLE);
    }
    assertThat(answered()).hasSize(20);
  }

  @Test
  void theOldestIsTakenFirst() {
    posts(20);
    goOn(Duration.ofHours(1));

    assertThat(responses().stream().filter(r -> r.kind() == ResponseKind.CLAIM))
        .extracting(Response::mentionId)
        .isSorted();
  }

  @Test
  void whatWaitsIsMovedThroughAnOpenValveAsFarAsThereIsRoom() {
    posts(20);
    team.turn(valve(ValveState.OPEN));
    goOn(Duration.ZERO);

    assertThat(assignments("helpers")).hasSize(4);
    assertThat(assignments("helpers")).extracting(Assignment::redirectId).containsOnly("valve");
    assertThat(assignments("helpers")).extracting(Assignment::waitingSince).contains(at(3));

    goOn(Duration.ofHours(1));
    assertThat(answered()).hasSize(20);
    assertThat(assignments("helpers")).hasSizeGreaterThan(4);
  }

  @Test
  void whatStillWaitsComesBackWhenTheValveCloses() {
    posts(20);
    team.turn(valve(ValveState.OPEN));
    goOn(Duration.ZERO);
    team.turn(valve(ValveState.CLOSED));
    goOn(Duration.ZERO);

    List<Assignment> all = assignments("care");
    assertThat(all).hasSize(22);
    assertThat(all.get(21).redirectId()).isNull();
    goOn(Duration.ofHours(1));
    assertThat(answered()).hasSize(20);
    assertThat(assignments("helpers")).hasSize(4);
  }

  @Test
  void onlyBrandsWithAQueueAreAnsweredFor() {
    assertThat(team.answersFor("acme")).isTrue();
    assertThat(team.answersFor("globex")).isFalse();
  }

  private void posts(int count) {
    for (int post = 0; post < count; post++) {
      team.take(new Post("post-%02d".formatted(post), "acme", "x", null, at(post)));
    }
    goOn(Duration.ZERO);
  }

  private void goOn(Duration span) {
    team.advance(at(20).plus(span));
    told.addAll(team.takeTold());
  }

  /** They come within two seconds. */
  private static Instant at(int post) {
    return START.plusMillis(100L * post);
  }

  private List<Response> responses() {
    return told.stream().filter(Response.class::isInstance).map(Response.class::cast).toList();
  }

  private List<Assignment> assignments(String place) {
    return told.stream()
        .filter(Assignment.class::isInstance)
        .map(Assignment.class::cast)
        .filter(assignment -> assignment.queue().equals(place))
        .toList();
  }

  private Set<String> answered() {
    Set<String> answered = new HashSet<>();
    for (Response response : responses()) {
      if (response.kind() == ResponseKind.REPLY) {
        assertThat(answered.add(response.mentionId())).isTrue();
      }
    }
    return answered;
  }

  private static Redirect valve(ValveState state) {
    return new Redirect(
        "valve",
        state,
        RedirectReason.SEVERITY,
        "incident",
        "acme",
        "care",
        "helpers",
        1,
        3L,
        17,
        4L,
        0,
        0,
        0,
        null,
        START,
        "1",
        "",
        null);
  }
}

package io.tocsin.incident;

import io.tocsin.spike.Spike;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells by the plan and by people's silences what of an incident pages nobody. */
final class Hush {
  private final SeverityJudge judge;
  private final List<RecordOnly> plan;

  /** With the times that the plan names. */
  Hush(SeverityJudge judge, List<RecordOnly> plan) {
    this.judge = judge;
    this.plan = plan;
  }

  /**
   * The handling with what is silenced now and by whom; where a silence of the whole has ended,
   * paging begins anew.
   */
  Handling at(Handling before, BrandBook book, Instant now) {
    Silence whole = whole(book, now);
    if (whole != null) {
      return before.silenced(whole.until(), null);
    }
    List<Spike> all = book.alight();
    List<Spike> heard = heard(book);
    Handling partly =
        before.silenced(null, heard.size() < all.size() ? judge.of(heard, now).severity() : null);
    return before.silencedUntil() == null ? partly : partly.anew();
  }

  /** The incident, where what of it is silenced has changed by itself; null where it has not. */
  @Nullable Incident change(BrandBook book, Incident incident, Instant now) {
    Handling before = incident.handling();
    Handling after = at(before, book, now);
    if (Objects.equals(before.silencedUntil(), after.silencedUntil())
        && before.heard() == after.heard()) {
      return null;
    }
    Silence whole = whole(book, now);
    boolean silent = whole != null || after.heard() != null;
    return incident.told(
        incident.state(),
        silent ? IncidentChange.SILENCED : IncidentChange.SILENCE_ENDED,
        now,
        incident.acknowledgedBy(),
        whole == null ? after.by(null, null) : after.by(whole.by(), whole.why()));
  }

  /** When a silence begins or ends next; {@link Long#MAX_VALUE} for never. */
  long dueMillis(BrandBook book, Instant now) {
    long due = Long.MAX_VALUE;
    for (Silence silence : book.silences) {
      due = Math.min(due, silence.until().toEpochMilli());
    }
    for (RecordOnly span : book.incident == null ? List.<RecordOnly>of() : plan) {
      due = Math.min(due, nextOf(span, now.toEpochMilli()));
    }
    return due;
  }

  private static long nextOf(RecordOnly span, long now) {
    if (now < span.fromMillis()) {
      return span.fromMillis();
    }
    return span.holds(now) ? span.untilMillis() : Long.MAX_VALUE;
  }

  /** What silences all that burns; null where some of it pages. */
  private @Nullable Silence whole(BrandBook book, Instant now) {
    Silence brand = ofTheBrand(book, now);
    boolean parts = brand == null && heard(book).isEmpty() && !book.alight().isEmpty();
    return parts ? firstToEnd(book) : brand;
  }

  private static List<Spike> heard(BrandBook book) {
    return book.alight().stream().filter(spike -> !isSilenced(book, spike)).toList();
  }

  /** Of those that silence the brand, the one that ends last. */
  private @Nullable Silence ofTheBrand(BrandBook book, Instant now) {
    Stream<Silence> people = book.silences.stream().filter(silence -> silence.watch() == null);
    Stream<Silence> planned =
        plan.stream()
            .filter(span -> span.holds(now.toEpochMilli()))
            .map(
                span ->
                    new Silence(
                        null,
                        Instant.ofEpochMilli(span.fromMillis()),
                        Instant.ofEpochMilli(span.untilMillis()),
                        "the crisis plan",
                        span.why()));
    return Stream.concat(people, planned).max(Comparator.comparing(Silence::until)).orElse(null);
  }

  private static @Nullable Silence firstToEnd(BrandBook book) {
    return book.silences.stream()
        .filter(silence -> book.alight().stream().anyMatch(spike -> silences(silence, spike)))
        .min(Comparator.comparing(Silence::until))
        .orElse(null);
  }

  private static boolean isSilenced(BrandBook book, Spike spike) {
    return book.silences.stream().anyMatch(silence -> silences(silence, spike));
  }

  private static boolean silences(Silence silence, Spike spike) {
    return silence.watch() != null && silence.watch().equals(spike.watch().key());
  }
}

package io.tocsin.deploy.cli;

import io.tocsin.response.CrisisPlan;
import io.tocsin.response.OnCall;
import io.tocsin.response.PagingRule;
import io.tocsin.response.oncall.Rota;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is on call when, a line for each hand-over. */
final class OnCallTable {
  private static final Duration STEP = Duration.ofMinutes(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT);

  private OnCallTable() {}

  /** The rotas that the plan's rules name, in the order in which they name them. */
  static List<String> of(CrisisPlan plan, Instant from, int days) {
    Map<String, Rota> rotas = new LinkedHashMap<>();
    plan.brands().stream()
        .flatMap(brand -> brand.paging().stream())
        .map(PagingRule::responder)
        .filter(OnCall.class::isInstance)
        .map(responder -> ((OnCall) responder).rota())
        .forEach(rota -> rotas.put(rota.name(), rota));
    if (rotas.isEmpty()) {
      return List.of("no rule names a rota");
    }
    List<String> lines = new ArrayList<>();
    rotas.values().forEach(rota -> lines.addAll(linesOf(rota, from, days)));
    return lines;
  }

  private static List<String> linesOf(Rota rota, Instant from, int days) {
    List<String> lines = new ArrayList<>();
    lines.add(rota.name() + " (" + rota.zone() + ")");
    Instant end = from.plus(Duration.ofDays(days));
    String before = null;
    for (Instant at = from; at.isBefore(end); at = at.plus(STEP)) {
      String person = rota.at(at);
      if (at.equals(from) || !Objects.equals(person, before)) {
        lines.add("  " + TIME.format(at.atZone(rota.zone())) + "  " + nameOf(person));
      }
      before = person;
    }
    return lines;
  }

  private static String nameOf(@Nullable String person) {
    return person == null ? "nobody" : person;
  }
}

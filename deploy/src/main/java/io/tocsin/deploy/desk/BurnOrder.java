package io.tocsin.deploy.desk;

import io.tocsin.incident.Incident;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sorts brands by how much they burn: those with an incident first, the worst and rarest before
 * others, a real one before a drill; then the rest by how many negative mentions they have. These
 * count by powers of two, so that calm brands do not change places all the time.
 */
final class BurnOrder {
  private static final Comparator<Incident> WORST_FIRST =
      Comparator.comparing((Incident incident) -> incident.drill() != null)
          .thenComparing(Incident::severity, Comparator.reverseOrder())
          .thenComparing(Incident::score, Comparator.reverseOrder());

  private final Map<String, Incident> burning = new HashMap<>();
  private final Map<String, Integer> magnitudes = new HashMap<>();

  private BurnOrder(List<BrandHeat> heats, List<IncidentCard> open) {
    heats.forEach(heat -> magnitudes.put(heat.brand(), magnitude(heat.negativePerSecond())));
    open.forEach(card -> burning.merge(card.incident().brand(), card.incident(), this::worse));
  }

  /** All brands that are known, what burns most first. */
  static List<BrandRow> rows(List<BrandHeat> heats, List<IncidentCard> open) {
    return new BurnOrder(heats, open).rows();
  }

  private Incident worse(Incident one, Incident other) {
    return WORST_FIRST.compare(one, other) <= 0 ? one : other;
  }

  private static int magnitude(double negativePerSecond) {
    return negativePerSecond <= 0 ? Integer.MIN_VALUE : Math.getExponent(negativePerSecond);
  }

  private List<BrandRow> rows() {
    TreeSet<String> calm = new TreeSet<>(magnitudes.keySet());
    calm.removeAll(burning.keySet());
    Stream<BrandRow> worst = burning.values().stream().sorted(WORST_FIRST).map(BurnOrder::row);
    Stream<BrandRow> rest =
        calm.stream()
            .sorted(Comparator.comparing(this::magnitudeOf, Comparator.reverseOrder()))
            .map(brand -> new BrandRow(brand, null, false));
    return Stream.concat(worst, rest).toList();
  }

  private int magnitudeOf(String brand) {
    @Nullable Integer known = magnitudes.get(brand);
    return known == null ? Integer.MIN_VALUE : known;
  }

  private static BrandRow row(Incident incident) {
    return new BrandRow(incident.brand(), incident.severity(), incident.drill() != null);
  }
}

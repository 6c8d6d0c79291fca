package io.tocsin.deploy.desk;

import io.tocsin.spike.Signal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What only a brand's own page shows.
 *
 * @param spikes the latest of all its watches, newest first
 * @param volume the latest looks of the detector at the brand's mentions, oldest first
 * @param negativity the same of their negativity
 * @param timelines the course of its incidents, by their ids, the latest step first
 */
record BrandDetail(
    List<SpikeLine> spikes,
    List<BandPoint> volume,
    List<BandPoint> negativity,
    Map<String, List<Moment>> timelines) {
  /** For the page of this view; null for the overview. */
  static @Nullable BrandDetail of(
      DeskView view, BoardSnapshot board, BandBook bands, Happenings shown) {
    String brand = view.brand();
    return brand == null
        ? null
        : new BrandDetail(
            board.spikes().getOrDefault(brand, List.of()),
            bands.of(brand, Signal.VOLUME),
            bands.of(brand, Signal.NEGATIVITY),
            timelines(board, shown));
  }

  private static Map<String, List<Moment>> timelines(BoardSnapshot board, Happenings shown) {
    return Stream.concat(shown.incidents().stream(), shown.resolved().stream())
        .map(card -> card.incident().id())
        .filter(board.timelines()::containsKey)
        .collect(
            Collectors.toUnmodifiableMap(
                id -> id, id -> Objects.requireNonNull(board.timelines().get(id)), (a, b) -> a));
  }
}

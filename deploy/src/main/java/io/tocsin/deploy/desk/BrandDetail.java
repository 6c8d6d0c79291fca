package io.tocsin.deploy.desk;

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
 * @param timelines the course of its incidents, by their ids, the latest step first
 */
record BrandDetail(List<SpikeLine> spikes, Map<String, List<Moment>> timelines) {
  /** For the page of this view; null for the overview. */
  static @Nullable BrandDetail of(DeskView view, BoardSnapshot board, Happenings shown) {
    return view.brand() == null
        ? null
        : new BrandDetail(
            board.spikes().getOrDefault(view.brand(), List.of()), timelines(board, shown));
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

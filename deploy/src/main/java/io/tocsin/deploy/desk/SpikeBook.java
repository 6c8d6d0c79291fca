package io.tocsin.deploy.desk;

import io.tocsin.spike.Spike;
import java.util.List;
import java.util.Map;

/** The latest spikes of each brand; of very many brands those that spiked last. */
final class SpikeBook {
  static final int MOST_A_BRAND = 30;
  static final int MOST_BRANDS = 2_000;

  private final LatestByGroup<SpikeLine> spikes =
      new LatestByGroup<>(MOST_BRANDS, MOST_A_BRAND, SpikeLine::id, SpikeLine::at);

  void put(Spike spike) {
    spikes.put(spike.watch().brand(), SpikeLine.of(spike));
  }

  /** By brand, the latest judgement first. */
  Map<String, List<SpikeLine>> byBrand() {
    return spikes.newestFirst();
  }
}

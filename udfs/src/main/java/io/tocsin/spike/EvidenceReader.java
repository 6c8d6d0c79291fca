package io.tocsin.spike;

import io.tocsin.mention.TextTerms;
import io.tocsin.window.CrowdSums;
import io.tocsin.window.Dimension;
import io.tocsin.window.SampledText;
import io.tocsin.window.Watch;
import java.util.Comparator;
import java.util.List;

/** Gathers the evidence for a spike, and teaches a watch what its texts usually say. */
final class EvidenceReader {
  private static final int LEARNT_OF_A_ROW = 4;

  private EvidenceReader() {}

  /**
   * The evidence of what was said in this time.
   *
   * @param crowd who spoke in it
   */
  static Evidence of(WatchState state, CrowdSums crowd, long fromMillis, long toMillis) {
    List<SampledText> texts = state.crowd.textsBetween(fromMillis, toMillis);
    long came = crowd.mentions() + crowd.late();
    return new Evidence(
        PhraseContrast.of(state.vocabulary, texts),
        texts.size(),
        share(crowd.ofBusiest(), crowd.mentions()),
        share(crowd.ofBusiestThree(), crowd.mentions()),
        crowd.languages(),
        crowd.late(),
        came == 0 ? 1 : share(crowd.scored(), came));
  }

  /**
   * Teaches the watch some of the texts of a row that is over, unless a spike is on. Only a brand
   * learns from a single text: of the many small watches below it most will never need to know.
   */
  static void learn(Watch watch, WatchState state, long fromMillis, long toMillis) {
    if (state.firing()) {
      return;
    }
    List<SampledText> texts = state.crowd.textsBetween(fromMillis, toMillis);
    if (texts.size() > 1 || watch.dimension() == Dimension.BRAND) {
      texts.stream()
          .sorted(Comparator.comparingLong(SampledText::key))
          .limit(LEARNT_OF_A_ROW)
          .forEach(text -> state.vocabulary.learn(TextTerms.of(text.text())));
    }
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : Math.min(1, 1.0 * part / whole);
  }
}

package io.tocsin.spike;

import io.tocsin.mention.TextTerms;
import io.tocsin.window.Dimension;
import io.tocsin.window.LanguageShare;
import io.tocsin.window.RecentCrowd;
import io.tocsin.window.SampledText;
import io.tocsin.window.Watch;
import io.tocsin.window.WindowSums;
import java.util.Comparator;
import java.util.List;

/** Gathers the evidence for a spike, and teaches a watch what its texts usually say. */
final class EvidenceReader {
  private static final int BUSIEST = 3;
  private static final int LEARNT_OF_A_ROW = 4;

  private EvidenceReader() {}

  /**
   * The evidence of a window that ends now.
   *
   * @param textsSinceMillis from when on texts are read: short windows may hold too few
   */
  static Evidence of(WatchState state, WindowSums window, long textsSinceMillis, long now) {
    RecentCrowd crowd = state.crowd;
    long from = now - window.windowMillis();
    List<SampledText> texts = crowd.textsBetween(textsSinceMillis, now);
    long late = crowd.lateSince(from);
    List<LanguageShare> languages = crowd.languagesSince(from, window.mentions());
    return new Evidence(
        PhraseContrast.of(state.vocabulary, texts),
        texts.size(),
        share(crowd.mentionsOfBusiest(1, from), window.mentions()),
        share(crowd.mentionsOfBusiest(BUSIEST, from), window.mentions()),
        languages,
        late,
        window.mentions() + late == 0 ? 1 : 1.0 * window.scored() / (window.mentions() + late));
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

package io.tocsin.deploy.desk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which part of everything a page shows, so that a page is never sent more than it can draw. Pages
 * with the same view are told the same.
 *
 * @param brand key of the one brand whose page it is; null for the overview
 * @param find what the key of an overview's brands must hold, in lower case; empty for all
 */
record DeskView(@Nullable String brand, String find) {
  /** Everything, as far as it fits. */
  static final DeskView OVERVIEW = new DeskView(null, "");

  /** Longer than any brand's key. */
  private static final int MOST_CHARS = 64;

  /** The view that an address asks for; what is left out is null. */
  static DeskView of(@Nullable String brand, @Nullable String find) {
    return brand == null || brand.isBlank()
        ? new DeskView(null, plain(find))
        : new DeskView(plain(brand), "");
  }

  private static String plain(@Nullable String text) {
    String plain = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    return plain.substring(0, Math.min(plain.length(), MOST_CHARS));
  }

  /** Whether it shows this brand, where there is room. */
  boolean shows(String key) {
    return brand == null ? key.contains(find) : key.equals(brand);
  }
}

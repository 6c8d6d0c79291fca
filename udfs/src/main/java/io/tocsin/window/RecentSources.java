package io.tocsin.window;

/**
 * How many different sources spoke on a watch in the last minutes and in the last hour. Voices are
 * told apart within a slide; a few authors, or a text in a few wordings, that come again slide
 * after slide are voices in each, and are known for what they are only over longer time.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class RecentSources {
  private static final long MINUTE = 60_000;
  private static final int AUTHOR_SHIFT = 48;

  /** The last five minutes. */
  public SourceRing minutes = new SourceRing(MINUTE, 6);

  /** The last hour. */
  public SourceRing hour = new SourceRing(10 * MINUTE, 7);

  /** For Flink, and for a watch that heard nothing. */
  public RecentSources() {}

  /** Hears a slide, later than every slide before it. */
  public void hear(Slide slide) {
    hear(minutes, slide);
    hear(hour, slide);
  }

  /** Different sources, the smaller of different authors and texts, of late: up to five minutes. */
  public int distinctOfLate(long fromMillis) {
    return minutes.distinctSince(fromMillis);
  }

  /** The same of the last hour. */
  public int distinctInHour() {
    return hour.distinctSince(Long.MIN_VALUE);
  }

  private static void hear(SourceRing ring, Slide slide) {
    ring.moveTo(slide.startMillis());
    Crowd crowd = slide.crowd();
    if (slide.voices() > 0 && crowd.authors().length == 0) {
      ring.addUnknown();
      return;
    }
    for (long author : crowd.authors()) {
      ring.addAuthor(author >>> AUTHOR_SHIFT);
    }
    crowd.texts().forEach(text -> ring.addText(text.key()));
    if (crowd.texts().size() < slide.voices()) {
      // The sample leaves private texts out; they are known by their exact hashes.
      slide.texts().forEach(ring::addText);
      if (slide.texts().isEmpty()) {
        ring.addUnknown();
      }
    }
  }
}

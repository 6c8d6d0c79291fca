package io.tocsin.feed;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gaps of the feed as far as one moment of event time knows them. */
public final class FeedGaps {
  /** No gap. */
  public static final FeedGaps NONE = new FeedGaps(List.of(), Long.MIN_VALUE);

  private final List<FeedGap> gaps;
  private final long nowMillis;

  private FeedGaps(List<FeedGap> gaps, long nowMillis) {
    this.gaps = gaps;
    this.nowMillis = nowMillis;
  }

  /** Those of the whole feed and of every channel. */
  public static FeedGaps knownAt(long nowMillis, Collection<FeedGap> gaps) {
    return gaps.isEmpty() ? NONE : new FeedGaps(List.copyOf(gaps), nowMillis);
  }

  /** Those of them that hide mentions of this channel; null leaves those of the whole feed. */
  public FeedGaps of(@Nullable String channel) {
    return gaps.isEmpty()
        ? this
        : new FeedGaps(gaps.stream().filter(gap -> gap.concerns(channel)).toList(), nowMillis);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return gaps.isEmpty();
  }

  /**
   * Whether any part of this stretch was not seen, or will not be: of what is still to come, a gap
   * that may end at any moment hides nothing.
   */
  public boolean hide(long fromMillis, long toMillis) {
    for (FeedGap gap : gaps) {
      boolean open = fromMillis >= nowMillis && gap.mayEnd(nowMillis);
      if (!open && gap.hides(fromMillis, toMillis, nowMillis)) {
        return true;
      }
    }
    return false;
  }
}

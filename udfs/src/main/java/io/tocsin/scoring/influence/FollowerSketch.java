package io.tocsin.scoring.influence;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.store.Bin;
import com.datadoghq.sketch.ddsketch.store.Store;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * How the followers of the authors of posts are spread: a DDSketch (Masson, Rim and Lee 2019),
 * which counts posts in buckets that grow by a constant factor. Followers are told apart to 2 % of
 * their number. No chance is involved and no count is ever rounded, so posts and merges in any
 * order make the same sketch.
 */
final class FollowerSketch {
  /** Buckets are written into checkpoints: it must never change. */
  private static final IndexMapping BUCKETS = new CubicallyInterpolatedMapping(0.02);

  private final DDSketch sketch;

  private FollowerSketch(DDSketch sketch) {
    this.sketch = sketch;
  }

  /** A sketch that saw nothing. */
  FollowerSketch() {
    this(new DDSketch(BUCKETS, UnboundedSizeDenseStore::new));
  }

  /**
   * What {@link #toBytes} wrote.
   *
   * @throws UncheckedIOException if the bytes are no sketch
   */
  static FollowerSketch of(byte[] bytes) {
    try {
      return new FollowerSketch(
          DDSketch.decode(ByteArrayInput.wrap(bytes), UnboundedSizeDenseStore::new));
    } catch (IOException e) {
      throw new UncheckedIOException("not a sketch of followers: " + bytes.length + " bytes", e);
    }
  }

  /** The bucket in which so many followers are counted. */
  static int bucketOf(long followers) {
    return BUCKETS.index(followers);
  }

  /** Counts a post whose author has so many followers, at least 1. */
  void add(long followers) {
    sketch.accept(followers);
  }

  void merge(FollowerSketch other) {
    sketch.mergeWith(other.sketch);
  }

  /** Posts counted. */
  long posts() {
    return (long) sketch.getCount();
  }

  /** The scale of what was counted, at least one post. */
  ChannelScale toScale() {
    Store store = sketch.getPositiveValueStore();
    int first = store.getMinIndex();
    float[] ranks = new float[store.getMaxIndex() - first + 1];
    double posts = sketch.getCount();
    double below = 0;
    int next = 0;
    for (Iterator<Bin> bins = store.getAscendingIterator(); bins.hasNext(); ) {
      Bin bin = bins.next();
      while (next < bin.getIndex() - first) {
        ranks[next++] = (float) (below / posts);
      }
      ranks[next++] = (float) ((below + bin.getCount() / 2) / posts);
      below += bin.getCount();
    }
    long middle = Math.max(1, Math.round(sketch.getValueAtQuantile(0.5)));
    return new ChannelScale((long) posts, middle, first, ranks);
  }

  byte[] toBytes() {
    GrowingByteArrayOutput bytes = GrowingByteArrayOutput.withDefaultInitialCapacity();
    try {
      sketch.encode(bytes, false);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.trimmedCopy();
  }
}

package io.tocsin.jobs.operator;

import io.tocsin.mention.BrandMention;
import io.tocsin.mention.MentionFingerprint;
import io.tocsin.mention.RepeatFilter;
import java.io.Serial;
import java.util.Arrays;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Lets each mention through once: one whose id was let through with an event time at most a span
 * away goes to {@link #REPEATS} instead. The stream must be keyed by {@link #bucketOf}.
 *
 * <p>A lookup in RocksDB for every mention would cost more than the rest of the job, so mentions
 * are known by tables on the heap (21 to 29 bytes a mention of the last span). Flink's keyed state
 * holds the same fingerprints in chunks, one chunk a bucket and checkpoint, written when a
 * checkpoint is taken and never changed: exactly what the mentions before the barrier left, so a
 * restored job drops what its predecessor would have dropped. Because the state is keyed by bucket,
 * it moves with its key groups when the parallelism changes. When the watermark is a span past a
 * chunk's latest time, it is removed.
 *
 * <p>Two ids are mistaken for one when their fingerprints agree and their buckets share a table, at
 * a chance of 2^-72 a pair: with 86 million remembered (10 minutes of 143,199 a second) one false
 * repeat in about 12 years of full load.
 *
 * <p>A mention that is more than a span behind the watermark may be let through again. It is late
 * for every window, and counted as such there.
 */
public final class DropRepeatsOperator extends AbstractStreamOperator<BrandMention>
    implements OneInputStreamOperator<BrandMention, BrandMention> {
  /** Mentions that came again. */
  public static final OutputTag<BrandMention> REPEATS =
      new OutputTag<>("repeats", TypeInformation.of(BrandMention.class));

  @Serial private static final long serialVersionUID = 1L;

  /** Looking for what has expired is worth it this many times a span. */
  private static final int SWEEPS_PER_SPAN = 64;

  /**
   * Tables on the heap: few enough to stay in the cache, enough that rebuilding one is no pause.
   */
  private static final int TABLES = 256;

  private static final MapStateDescriptor<Long, long[]> CHUNKS =
      new MapStateDescriptor<>(
          "fingerprint-chunks", Types.LONG, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);

  private final long spanMillis;

  private transient RepeatFilter[] tables;
  private transient FreshFingerprints fresh;
  private transient ChunkNames chunkNames;
  private transient MapState<Long, long[]> chunks;
  private transient long horizonMillis;

  /**
   * An operator that forgets after a span.
   *
   * @param spanMillis how far apart in event time two mentions of one id may be, before or after,
   *     for the later to arrive to be a repeat
   */
  @SuppressWarnings("NullAway.Init") // Flink calls initializeState before anything else
  public DropRepeatsOperator(long spanMillis) {
    if (spanMillis < 0) {
      throw new IllegalArgumentException("span is negative: " + spanMillis);
    }
    this.spanMillis = spanMillis;
  }

  /** The key of this operator's input: the bucket of the mention's id. */
  public static int bucketOf(BrandMention mention) {
    return MentionFingerprint.of(mention.mention().id()).bucket();
  }

  /** False spares Flink to set the key for every mention: only checkpoints touch keyed state. */
  @Override
  public boolean hasKeyContext1() {
    return false;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    tables = new RepeatFilter[TABLES];
    Arrays.setAll(tables, table -> new RepeatFilter(spanMillis));
    fresh = new FreshFingerprints();
    chunkNames = new ChunkNames();
    horizonMillis = Long.MIN_VALUE;
    chunks = context.getKeyedStateStore().getMapState(CHUNKS);
    if (context.isRestored()) {
      this.<Integer>getKeyedStateBackend()
          .applyToAllKeys(
              VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, CHUNKS, this::restore);
    }
  }

  @Override
  public void processElement(StreamRecord<BrandMention> record) {
    MentionFingerprint fingerprint = MentionFingerprint.of(record.getValue().mention().id());
    long eventTimeMillis = eventTimeMillis(record);
    if (tableOf(fingerprint.bucket()).letsThrough(fingerprint.bits(), eventTimeMillis)) {
      fresh.add(fingerprint, eventTimeMillis);
      output.collect(record);
    } else {
      output.collect(REPEATS, record);
    }
  }

  @Override
  public void processWatermark(Watermark watermark) throws Exception {
    long next = watermark.getTimestamp() - spanMillis;
    boolean underflow = next > watermark.getTimestamp();
    if (!underflow && next > horizonMillis + spanMillis / SWEEPS_PER_SPAN) {
      horizonMillis = next;
      expire();
    }
    super.processWatermark(watermark);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    for (Map.Entry<Integer, long[]> chunk : fresh.takeChunks().entrySet()) {
      int bucket = chunk.getKey();
      setCurrentKey(bucket);
      chunks.put(chunkNames.name(bucket, chunk.getValue()), chunk.getValue());
    }
    super.snapshotState(context);
  }

  private void restore(Integer bucket, MapState<Long, long[]> restored) throws Exception {
    RepeatFilter table = tableOf(bucket);
    for (Map.Entry<Long, long[]> entry : restored.entries()) {
      chunkNames.restore(bucket, entry.getKey());
      long[] chunk = entry.getValue();
      for (int i = 0; i < chunk.length; i += 2) {
        table.remember(chunk[i], chunk[i + 1]);
      }
    }
  }

  private void expire() throws Exception {
    for (RepeatFilter table : tables) {
      table.expireBefore(horizonMillis);
    }
    fresh.expireBefore(horizonMillis);
    for (int bucket = 0; bucket < MentionFingerprint.BUCKETS; bucket++) {
      while (chunkNames.hasExpired(bucket, horizonMillis)) {
        setCurrentKey(bucket);
        chunks.remove(chunkNames.takeOldest(bucket));
      }
    }
  }

  private RepeatFilter tableOf(int bucket) {
    return tables[bucket % TABLES];
  }

  private static long eventTimeMillis(StreamRecord<BrandMention> record) {
    return record.hasTimestamp()
        ? record.getTimestamp()
        : record.getValue().mention().createdAtMillis();
  }
}

package io.tocsin.deploy.train;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a teacher says of texts, to learn from beside what people say. The teacher gives the three
 * classes equal chances before it reads a text. Texts are known by their hash, so that labels can
 * be passed on where the texts must not be; probabilities are whole 255ths.
 */
final class SoftLabels {
  private static final byte[] MAGIC = "TOCSINSL".getBytes(StandardCharsets.US_ASCII);
  private static final int RECORD = Long.BYTES + 2;
  private static final int WHOLE = 255;

  /** Weight of a person's label where the teacher spoke too; the teacher's is the rest. */
  private static final float PERSONS_SHARE = 0.3f;

  /** Weight of a text that only the teacher labelled. */
  private static final float TEACHERS_WEIGHT = 0.7f;

  private final SortedMap<Long, float[]> byHash = new TreeMap<>();

  /** Labels of these texts. */
  static SoftLabels of(List<TrainingText> softlyLabelled) {
    SoftLabels labels = new SoftLabels();
    for (TrainingText text : softlyLabelled) {
      float[] targets = text.targets();
      labels.put(TextHash.of(text.text()), whole(targets[0]), whole(targets[2]));
    }
    return labels;
  }

  /**
   * Labels as {@link #toBytes} wrote them.
   *
   * @throws IllegalArgumentException if they are none
   */
  static SoftLabels ofBytes(byte[] bytes) {
    if (bytes.length < MAGIC.length
        || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))
        || (bytes.length - MAGIC.length) % RECORD != 0) {
      throw new IllegalArgumentException("no soft labels of Tocsin");
    }
    SoftLabels labels = new SoftLabels();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).position(MAGIC.length);
    while (buffer.hasRemaining()) {
      labels.put(
          buffer.getLong(), Byte.toUnsignedInt(buffer.get()), Byte.toUnsignedInt(buffer.get()));
    }
    return labels;
  }

  /** All labels, sorted by hash: eight bytes of hash, one of negative, one of positive. */
  byte[] toBytes() {
    ByteBuffer buffer = ByteBuffer.allocate(MAGIC.length + byHash.size() * RECORD).put(MAGIC);
    byHash.forEach(
        (hash, targets) ->
            buffer.putLong(hash).put((byte) whole(targets[0])).put((byte) whole(targets[2])));
    return buffer.array();
  }

  /** How many texts have a label. */
  int size() {
    return byHash.size();
  }

  /**
   * Texts to train on: those that people labelled, with the teacher's opinion mixed in where it has
   * one, and those of others that the teacher labelled.
   *
   * @param labelled by people
   * @param others texts that nobody labelled, or not by the same rule
   * @param group of the others
   */
  List<TrainingText> blend(List<TrainingText> labelled, List<String> others, String group) {
    List<TrainingText> blended = new ArrayList<>();
    Map<Long, float[]> left = new LinkedHashMap<>(byHash);
    for (TrainingText text : labelled) {
      long hash = TextHash.of(text.text());
      left.remove(hash);
      float[] soft = byHash.get(hash);
      blended.add(soft == null ? text : mix(text, soft));
    }
    for (String text : others) {
      float[] soft = left.remove(TextHash.of(text));
      if (soft != null) {
        blended.add(new TrainingText(text, soft, TEACHERS_WEIGHT, group));
      }
    }
    return blended;
  }

  private void put(long hash, int negative, int positive) {
    float neutral = Math.max(0, WHOLE - negative - positive);
    float sum = negative + neutral + positive;
    byHash.put(hash, new float[] {negative / sum, neutral / sum, positive / sum});
  }

  private static int whole(float probability) {
    return Math.round(probability * WHOLE);
  }

  private static TrainingText mix(TrainingText hard, float[] soft) {
    float hardWeight = PERSONS_SHARE * hard.weight();
    float softWeight = 1 - PERSONS_SHARE;
    float weight = hardWeight + softWeight;
    float[] targets = new float[soft.length];
    for (int output = 0; output < targets.length; output++) {
      float mixed = hardWeight * hard.targets()[output] + softWeight * soft[output];
      targets[output] = Math.min(1, mixed / weight);
    }
    return new TrainingText(hard.text(), targets, weight, hard.group());
  }
}

package io.tocsin.scoring.linear;

/**
 * A linear model over hashed features: a row of whole-number weights a bucket, one weight an
 * output. Four weights stand in one int, moved into 0 to 255, and are added two at a time in lanes
 * of 16 bits: a feature costs one load and two additions for every four outputs. Immutable; many
 * threads may share one.
 */
public final class LinearModel {
  /** Least number of bits of a bucket's number. */
  public static final int FEWEST_BITS = 8;

  /** Greatest number of bits of a bucket's number. */
  public static final int MOST_BITS = 22;

  /** Greatest number of outputs. */
  public static final int MOST_OUTPUTS = 64;

  private static final int IN_ONE_INT = 4;
  private static final int LANES = 0x00ff00ff;
  private static final int LANE_MASK = 0xffff;
  private static final int BYTE = 0xff;
  private static final int ZERO = 128;

  /** As many weights of 255 as fit a lane. */
  private static final int FEATURES_AT_ONCE = 256;

  private final OutputKind kind;
  private final int bits;
  private final float[] biases;
  private final float scale;
  private final int intsInRow;
  private final int[] rows;

  /**
   * A model.
   *
   * @param kind what the outputs are
   * @param bits there are 2 to the power of bits buckets
   * @param biases logarithmic odds of a text without features, an output each
   * @param scale what a weight of 1 adds to the logarithmic odds
   * @param weights the weights of bucket 0, then those of bucket 1, and so on
   */
  public LinearModel(OutputKind kind, int bits, float[] biases, float scale, byte[] weights) {
    if (bits < FEWEST_BITS || bits > MOST_BITS) {
      throw new IllegalArgumentException("bits is not from 8 to 22: " + bits);
    }
    if (biases.length == 0 || biases.length > MOST_OUTPUTS) {
      throw new IllegalArgumentException("outputs is not from 1 to 64: " + biases.length);
    }
    if (weights.length != biases.length << bits) {
      throw new IllegalArgumentException("weights do not fill the buckets: " + weights.length);
    }
    this.kind = kind;
    this.bits = bits;
    this.biases = biases.clone();
    this.scale = scale;
    intsInRow = (biases.length + IN_ONE_INT - 1) / IN_ONE_INT;
    rows = pack(weights);
  }

  /** How many probabilities it gives. */
  public int outputs() {
    return biases.length;
  }

  /** What the probabilities are. */
  public OutputKind kind() {
    return kind;
  }

  /** Number of bits of a bucket's number. */
  public int bits() {
    return bits;
  }

  /** Logarithmic odds of a text without features, an output each. */
  public float[] biases() {
    return biases.clone();
  }

  /** What a weight of 1 adds to the logarithmic odds. */
  public float scale() {
    return scale;
  }

  /** The weights as the constructor takes them. */
  public byte[] weights() {
    byte[] weights = new byte[biases.length << bits];
    for (int i = 0; i < weights.length; i++) {
      int output = i % biases.length;
      int row = rows[i / biases.length * intsInRow + output / IN_ONE_INT];
      weights[i] = (byte) (((row >>> (output % IN_ONE_INT * Byte.SIZE)) & BYTE) - ZERO);
    }
    return weights;
  }

  /**
   * Judges a text.
   *
   * @param features its features
   * @param probabilities takes one probability an output, from index 0
   */
  public void judge(TextFeatures features, float[] probabilities) {
    judgeBeginning(features, Integer.MAX_VALUE, probabilities);
  }

  /**
   * Judges a text by its first features, where they tell enough.
   *
   * @param features its features
   * @param most how many are read of each family
   * @param probabilities takes one probability an output, from index 0
   */
  public void judgeBeginning(TextFeatures features, int most, float[] probabilities) {
    sum(features, most, probabilities);
    kind.toProbabilities(probabilities, biases.length);
  }

  /**
   * The logarithmic odds of a text, before they are made probabilities.
   *
   * @param features its features
   * @param odds takes one number an output, from index 0
   */
  public void sum(TextFeatures features, float[] odds) {
    sum(features, Integer.MAX_VALUE, odds);
  }

  private void sum(TextFeatures features, int most, float[] odds) {
    System.arraycopy(biases, 0, odds, 0, biases.length);
    addFamily(features.words(), most, odds);
    addFamily(features.characters(), most, odds);
  }

  private void addFamily(FeatureList family, int most, float[] odds) {
    int size = Math.min(family.size(), most);
    if (size > 0) {
      float factor = scale * FamilyWeight.of(size);
      for (int part = 0; part < intsInRow; part++) {
        addPart(family.hashes(), size, part, factor, odds);
      }
    }
  }

  /** Adds up four outputs. */
  private void addPart(int[] hashes, int size, int part, float factor, float[] odds) {
    int first = 0;
    int second = 0;
    int third = 0;
    int fourth = 0;
    for (int start = 0; start < size; start += FEATURES_AT_ONCE) {
      int end = Math.min(size, start + FEATURES_AT_ONCE);
      int odd = 0;
      int even = 0;
      for (int i = start; i < end; i++) {
        int row = rows[(hashes[i] >>> (Integer.SIZE - bits)) * intsInRow + part];
        even += row & LANES;
        odd += (row >>> Byte.SIZE) & LANES;
      }
      first += even & LANE_MASK;
      second += odd & LANE_MASK;
      third += even >>> Character.SIZE;
      fourth += odd >>> Character.SIZE;
    }
    int zero = size * ZERO;
    int output = part * IN_ONE_INT;
    add(odds, output, factor * (first - zero));
    add(odds, output + 1, factor * (second - zero));
    add(odds, output + 2, factor * (third - zero));
    add(odds, output + 3, factor * (fourth - zero));
  }

  private void add(float[] odds, int output, float addend) {
    if (output < biases.length) {
      odds[output] += addend;
    }
  }

  private int[] pack(byte[] weights) {
    int[] packed = new int[intsInRow << bits];
    int outputs = biases.length;
    for (int i = 0; i < weights.length; i++) {
      int output = i % outputs;
      int index = i / outputs * intsInRow + output / IN_ONE_INT;
      packed[index] |= (weights[i] + ZERO) << (output % IN_ONE_INT * Byte.SIZE);
    }
    return packed;
  }
}

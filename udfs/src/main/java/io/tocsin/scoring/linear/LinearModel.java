package io.tocsin.scoring.linear;

/**
 * A linear model over hashed features: a row of whole-number weights a bucket, one weight an
 * output. Weights stand side by side in one word, moved into 0 to 255, and are added in lanes of 16
 * bits: a feature costs one load and two additions for all outputs of a word. Immutable; many
 * threads may share one.
 */
public final class LinearModel {
  /** Least number of bits of a bucket's number. */
  public static final int FEWEST_BITS = 8;

  /** Greatest number of bits of a bucket's number. */
  public static final int MOST_BITS = 22;

  /** Greatest number of outputs. */
  public static final int MOST_OUTPUTS = 64;

  private final OutputKind kind;
  private final int bits;
  private final float[] biases;
  private final float scale;
  private final PackedRows rows;

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
    rows = PackedRows.of(weights, biases.length, bits);
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
    return rows.weights();
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
      rows.addTo(odds, family.hashes(), size, scale * FamilyWeight.of(size));
    }
  }
}

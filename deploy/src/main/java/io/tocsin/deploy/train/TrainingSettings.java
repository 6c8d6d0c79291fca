package io.tocsin.deploy.train;

import io.tocsin.scoring.linear.OutputKind;

/**
 * How a model is trained.
 *
 * @param kind what its outputs are
 * @param outputs how many
 * @param bits 2 to the power of bits buckets take the features
 * @param passes how often every text is read
 * @param learningRate first step of a weight; it falls to 0 in a straight line
 * @param ownRate learning rate of what is a group's own, as a multiple of that of what is shared
 * @param shrinkage how strongly weights are drawn to 0: L2, at each step of a weight
 * @param forgetting share of the features that are left out of a text each time it is read
 * @param seed of the order in which texts are read and features left out
 */
public record TrainingSettings(
    OutputKind kind,
    int outputs,
    int bits,
    int passes,
    float learningRate,
    float ownRate,
    float shrinkage,
    float forgetting,
    long seed) {
  /** What was found to serve sentiment best. */
  public static TrainingSettings softmax(int outputs) {
    return new TrainingSettings(OutputKind.SOFTMAX, outputs, 18, 4, 0.3f, 1, 0, 0, 1);
  }

  /** The same for outputs that do not exclude each other. */
  public static TrainingSettings sigmoid(int outputs) {
    TrainingSettings softmax = softmax(outputs);
    return new TrainingSettings(
        OutputKind.SIGMOID,
        outputs,
        softmax.bits,
        softmax.passes,
        softmax.learningRate,
        softmax.ownRate,
        softmax.shrinkage,
        softmax.forgetting,
        softmax.seed);
  }

  /** The same with another number of buckets. */
  public TrainingSettings withBits(int otherBits) {
    return new TrainingSettings(
        kind, outputs, otherBits, passes, learningRate, ownRate, shrinkage, forgetting, seed);
  }

  /** The same with another number of passes. */
  public TrainingSettings withPasses(int otherPasses) {
    return new TrainingSettings(
        kind, outputs, bits, otherPasses, learningRate, ownRate, shrinkage, forgetting, seed);
  }

  /** The same with another first step. */
  public TrainingSettings withLearningRate(float otherRate) {
    return new TrainingSettings(
        kind, outputs, bits, passes, otherRate, ownRate, shrinkage, forgetting, seed);
  }

  /** The same with another seed. */
  public TrainingSettings withSeed(long otherSeed) {
    return new TrainingSettings(
        kind, outputs, bits, passes, learningRate, ownRate, shrinkage, forgetting, otherSeed);
  }
}

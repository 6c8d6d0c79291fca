package io.tocsin.deploy.train;

/** Is told how far a training is. */
@FunctionalInterface
public interface TrainingProgress {
  /** Tells nobody. */
  TrainingProgress SILENT = (pass, passes) -> {};

  /**
   * A pass over all texts ended.
   *
   * @param pass from 1
   * @param passes how many there will be
   */
  void passed(int pass, int passes);
}

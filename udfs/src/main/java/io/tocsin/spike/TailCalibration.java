package io.tocsin.spike;

/**
 * Turns one statistic of one watch into decades of rarity by the statistic's own past: a stochastic
 * 0.998 quantile, and above it an exponential tail fitted to excesses that lie at least an hour
 * apart. Priors stand for 3,000 rows, so that one threshold serves a corner shop and a telecom.
 *
 * <p>Peaks over threshold with exponential excesses is the zero-shape case of the generalised
 * Pareto tail (Pickands 1975, doi:10.1214/aos/1176343003); the quantile is tracked by stochastic
 * approximation (Tierney 1983, doi:10.1137/0904048).
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class TailCalibration {
  private static final double QUANTILE = 0.998;
  private static final double PRIOR_ROWS = 3_000;
  private static final double PRIOR_CLUSTERS = 5;
  private static final double PRIOR_EXCESS = 0.3;
  private static final double PRIOR_EXCESS_WEIGHT = 10;
  private static final double KEEP = Math.pow(2, -1 / 10_000.0);
  private static final double EARLY_GAIN = 10;
  private static final int CLUSTER_GAP_ROWS = 12;

  /** The tracked quantile. */
  public double quantile;

  /** Rows seen, forgetting. */
  public double rows;

  /** Clusters of excesses seen, forgetting. */
  public double clusters;

  /** Sum of the clusters' peaks over the quantile, forgetting. */
  public double excess;

  /** Peak of the open cluster over the quantile; 0 if none is open. */
  public double peak;

  /** Rows since the last excess. */
  public int quietRows = CLUSTER_GAP_ROWS;

  /** For Flink. */
  public TailCalibration() {}

  /** Starts from where the statistic's quantile is before anything is known. */
  public TailCalibration(double priorQuantile) {
    this.quantile = priorQuantile;
  }

  /** Decades of rarity of the value: 3 means that a watch like this shows it once in 1,000 rows. */
  public double decades(double value) {
    double rate = (clusters + PRIOR_CLUSTERS) / (rows + PRIOR_ROWS);
    double decades = -Math.log10(rate) + (value - quantile) / (meanExcess() * Math.log(10));
    return Math.max(0, decades);
  }

  private double meanExcess() {
    return (excess + PRIOR_EXCESS * PRIOR_EXCESS_WEIGHT) / (clusters + PRIOR_EXCESS_WEIGHT);
  }

  /** Learns from the statistic's value in a row that is over. */
  public void learn(double value) {
    rows = rows * KEEP + 1;
    clusters *= KEEP;
    excess *= KEEP;
    double step = meanExcess() * (1 + EARLY_GAIN / Math.sqrt(rows));
    if (value > quantile) {
      peak = Math.max(peak, value - quantile);
      quietRows = 0;
      quantile += step * QUANTILE;
    } else {
      quietRows++;
      quantile -= step * (1 - QUANTILE);
    }
    if (peak > 0 && quietRows >= CLUSTER_GAP_ROWS) {
      clusters++;
      excess += peak;
      peak = 0;
    }
  }
}

package io.tocsin.spike;

/**
 * The calibrated look at one signal: how unusual the rows up to now are, on several scales at once.
 * Short statistics are log-ratios to the baseline over 1 and 3 rows; long ones are log-counts over
 * 24 and 72 rows; the sustained one is a log-ratio over 36 rows, each clipped at three times its
 * baseline, for what builds up slowly; the record one asks for how long no row was as large. The
 * score is the largest of {@code 0.4 short + 0.6 long}, {@code sustained - 0.6} and {@code record -
 * 0.9}, in decades of rarity.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class RowScore {
  private static final int TWO_HOURS = 24;
  private static final int LONGEST = 72;
  private static final int SUSTAINED = 36;
  private static final int DAYS = 28;
  private static final int DAY_ROWS = 288;
  private static final double OFFSET = 1;

  /** Ring of the latest rows' values. */
  public double[] values = new double[LONGEST];

  /** Ring of the latest rows' expectations. */
  public double[] expectations = new double[LONGEST];

  /** Ring of the largest row of each of the latest days. */
  public double[] dailyMaxima = new double[DAYS];

  /** Rows seen. */
  public long rows;

  /** Calibrations: two short, two long, sustained. */
  public TailCalibration shortOne = new TailCalibration(1.5);

  /** Over three rows. */
  public TailCalibration shortThree = new TailCalibration(1.2);

  /** Over two hours. */
  public TailCalibration longTwoHours = new TailCalibration(3);

  /** Over six hours. */
  public TailCalibration longSixHours = new TailCalibration(4);

  /** Over three hours, clipped. */
  public TailCalibration sustained = new TailCalibration(0.8);

  /** Takes the next row and returns its score in decades. */
  public double next(double value, double expected) {
    int slot = (int) (rows % LONGEST);
    values[slot] = value;
    expectations[slot] = expected;
    double record = recordDecades(value);
    keepDailyMaximum(value);
    rows++;

    double ratioOne = ratio(1, Double.MAX_VALUE);
    double ratioThree = ratio(3, Double.MAX_VALUE);
    double countTwoHours = Math.log1p(sum(values, TWO_HOURS));
    double countSixHours = Math.log1p(sum(values, LONGEST));
    double held = ratio(SUSTAINED, 3);
    double shortTerm =
        mean(rarity(shortOne, ratioOne, ratioOne), rarity(shortThree, ratioThree, ratioThree));
    double longTerm =
        mean(
            rarity(longTwoHours, countTwoHours, ratio(TWO_HOURS, Double.MAX_VALUE)),
            rarity(longSixHours, countSixHours, ratio(LONGEST, Double.MAX_VALUE)));
    double score =
        Math.max(
            0.4 * shortTerm + 0.6 * longTerm,
            Math.max(rarity(sustained, held, held) - 0.6, record - 0.9));

    shortOne.learn(ratioOne);
    shortThree.learn(ratioThree);
    longTwoHours.learn(countTwoHours);
    longSixHours.learn(countSixHours);
    sustained.learn(held);
    return Math.max(0, score);
  }

  private double ratio(int count, double clip) {
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < count && i < rows; i++) {
      double mu = expectations[back(i)];
      observed += Math.min(values[back(i)], clip == Double.MAX_VALUE ? clip : clip * mu + 1);
      expected += mu;
    }
    return Math.log((observed + OFFSET) / (expected + OFFSET));
  }

  private double sum(double[] ring, int count) {
    double sum = 0;
    for (int i = 0; i < count && i < rows; i++) {
      sum += ring[back(i)];
    }
    return sum;
  }

  private int back(int rowsAgo) {
    return (int) Math.floorMod(rows - 1 - rowsAgo, (long) LONGEST);
  }

  /** Rows, in decades, since one was as large; the past before the first row counts as larger. */
  private double recordDecades(double value) {
    long day = rows / DAY_ROWS;
    long known = Math.min(day, DAYS - 1);
    long age = 0;
    for (; age <= known; age++) {
      if (dailyMaxima[(int) ((day - age) % DAYS)] >= value) {
        break;
      }
    }
    return age == 0 || value <= 0 ? 0 : Math.log10((double) age * DAY_ROWS);
  }

  private void keepDailyMaximum(double value) {
    int slot = (int) (rows / DAY_ROWS % DAYS);
    dailyMaxima[slot] = rows % DAY_ROWS == 0 ? value : Math.max(dailyMaxima[slot], value);
  }

  /** What is not above its baseline is not rare, however seldom it is as high as this. */
  private static double rarity(TailCalibration tail, double statistic, double logRatio) {
    return logRatio > 0 ? tail.decades(statistic) : 0;
  }

  private static double mean(double a, double b) {
    return (a + b) / 2;
  }
}

package io.tocsin.deploy.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures steps in the calling thread by its CPU time. Rounds of all steps take turns, so that a
 * machine that changes its pace does so for all. The first rounds give the compiler its time and
 * are not counted.
 */
final class MicroBench {
  private static final int WARM_UP_ROUNDS = 8;

  private final List<MicroStep> steps;
  private final int rounds;
  private long results;

  /**
   * A bench of these steps.
   *
   * @param rounds how many are counted, from 1
   */
  MicroBench(List<MicroStep> steps, int rounds) {
    this.steps = List.copyOf(steps);
    this.rounds = rounds;
  }

  /** Runs all rounds. */
  List<MicroResult> measure() {
    double[][] micros = new double[steps.size()][rounds];
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (int step = 0; step < steps.size(); step++) {
        double measured = microsOfOneRound(steps.get(step));
        if (round >= 0) {
          micros[step][round] = measured;
        }
      }
    }
    List<MicroResult> measured = new ArrayList<>();
    for (int step = 0; step < steps.size(); step++) {
      measured.add(new MicroResult(steps.get(step).title(), Spread.of(micros[step])));
    }
    return measured;
  }

  /** What the steps returned, added up: it is read so that their work is needed. */
  long results() {
    return results;
  }

  private double microsOfOneRound(MicroStep step) {
    long before = CpuMeter.threadNanos();
    results += step.round().getAsLong();
    return (CpuMeter.threadNanos() - before) / 1e3 / step.operations();
  }
}

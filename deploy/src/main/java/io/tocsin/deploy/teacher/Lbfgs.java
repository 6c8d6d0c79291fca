package io.tocsin.deploy.teacher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the least value of a smooth convex function by limited-memory BFGS with backtracking.
 *
 * @see <a href="https://doi.org/10.1007/BF01589116">Liu, Nocedal 1989</a>
 */
final class Lbfgs {
  private static final int REMEMBERED = 10;
  private static final double SUFFICIENT = 1e-4;
  private static final double SHORTEST_STEP = 1e-10;
  private static final double LEAST_GAIN = 1e-7;

  /** What is to be made small. */
  @FunctionalInterface
  interface Function {
    /**
     * The value at a point.
     *
     * @param gradient takes the slope by each coordinate
     */
    double at(double[] point, double[] gradient);
  }

  /** A step that was made: how far, how the slope changed, and one over their product. */
  private record Step(double[] moved, double[] bent, double inverse) {}

  private final Function function;
  private final Deque<Step> steps = new ArrayDeque<>();

  private Lbfgs(Function function) {
    this.function = function;
  }

  /**
   * Walks downhill from 0 until the value hardly falls any more.
   *
   * @param coordinates how many
   * @param mostSteps how many steps at most
   */
  static double[] least(Function function, int coordinates, int mostSteps) {
    return new Lbfgs(function).walk(new double[coordinates], mostSteps);
  }

  private double[] walk(double[] start, int mostSteps) {
    double[] point = start;
    double[] gradient = new double[start.length];
    double value = function.at(point, gradient);
    for (int i = 0; i < mostSteps; i++) {
      double[] direction = direction(gradient);
      double slope = product(direction, gradient);
      double length = steps.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
      double[] next = moved(point, direction, length);
      double[] nextGradient = new double[start.length];
      double nextValue = function.at(next, nextGradient);
      while (nextValue > value + SUFFICIENT * length * slope && length > SHORTEST_STEP) {
        length /= 2;
        next = moved(point, direction, length);
        nextValue = function.at(next, nextGradient);
      }
      if (nextValue > value) {
        return point;
      }
      remember(moved(next, point, -1), moved(nextGradient, gradient, -1));
      boolean flat = value - nextValue < LEAST_GAIN;
      point = next;
      gradient = nextGradient;
      value = nextValue;
      if (flat) {
        return point;
      }
    }
    return point;
  }

  /** The two-loop recursion. */
  private double[] direction(double[] gradient) {
    double[] direction = scaled(gradient, -1);
    double[] shares = new double[steps.size()];
    int i = 0;
    for (Step step : steps) {
      shares[i] = step.inverse * product(step.moved, direction);
      add(direction, step.bent, -shares[i]);
      i++;
    }
    if (!steps.isEmpty()) {
      Step last = steps.getFirst();
      direction = scaled(direction, 1 / (last.inverse * product(last.bent, last.bent)));
    }
    for (Iterator<Step> oldestFirst = steps.descendingIterator(); oldestFirst.hasNext(); ) {
      Step step = oldestFirst.next();
      double share = step.inverse * product(step.bent, direction);
      add(direction, step.moved, shares[--i] - share);
    }
    return direction;
  }

  private void remember(double[] moved, double[] bent) {
    double product = product(moved, bent);
    if (product > 0) {
      steps.addFirst(new Step(moved, bent, 1 / product));
      if (steps.size() > REMEMBERED) {
        steps.removeLast();
      }
    }
  }

  private static double[] moved(double[] point, double[] direction, double length) {
    double[] moved = point.clone();
    add(moved, direction, length);
    return moved;
  }

  private static double[] scaled(double[] vector, double factor) {
    double[] scaled = new double[vector.length];
    add(scaled, vector, factor);
    return scaled;
  }

  private static void add(double[] sum, double[] vector, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

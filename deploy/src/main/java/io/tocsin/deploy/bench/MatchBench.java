package io.tocsin.deploy.bench;

import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.Mention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures whether many terms cost more than few. Both match the same posts in turn, and each pair
 * of rounds gives a ratio of its own, so that a machine that changes its pace does not blur it.
 */
final class MatchBench {
  /** Few terms. */
  static final int FEW = 50;

  /** Many terms. */
  static final int MANY = 5_000;

  private static final int WARM_UP_ROUNDS = 8;

  private final List<Mention> posts;
  private final List<BrandTerms> entries;
  private final ManyTerms terms;
  private final int rounds;
  private long results;

  /**
   * A bench.
   *
   * @param rounds how many pairs are counted, from 1
   */
  MatchBench(MicroSamples samples, int rounds) {
    posts = samples.mentions();
    entries = samples.terms();
    terms = new ManyTerms(posts);
    this.rounds = rounds;
  }

  /** One result for each kind of terms. */
  List<MatchResult> measure() {
    return Arrays.stream(TermCase.values()).map(this::measure).toList();
  }

  /** How many brands were found in all: it is read so that the work is needed. */
  long results() {
    return results;
  }

  private MatchResult measure(TermCase kind) {
    BrandMatcher few = new BrandMatcher(terms.upTo(FEW, kind, entries));
    BrandMatcher many = new BrandMatcher(terms.upTo(MANY, kind, entries));
    List<Double> fewMicros = new ArrayList<>();
    List<Double> manyMicros = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      boolean fewFirst = round % 2 == 0;
      double first = micros(fewFirst ? few : many);
      double second = micros(fewFirst ? many : few);
      if (round >= 0) {
        fewMicros.add(fewFirst ? first : second);
        manyMicros.add(fewFirst ? second : first);
        ratios.add(fewFirst ? second / first : first / second);
      }
    }
    return new MatchResult(
        kind, found(many), spread(fewMicros), spread(manyMicros), spread(ratios));
  }

  private double micros(BrandMatcher matcher) {
    long before = CpuMeter.threadNanos();
    for (Mention post : posts) {
      results += matcher.match(post).size();
    }
    return (CpuMeter.threadNanos() - before) / 1e3 / posts.size();
  }

  private double found(BrandMatcher matcher) {
    return posts.stream().mapToInt(post -> matcher.match(post).size()).average().orElse(0);
  }

  private static Spread spread(List<Double> values) {
    return Spread.of(values, Double::doubleValue);
  }
}

package io.tocsin.deploy.bench;

import io.tocsin.jobs.config.JobOption;
import io.tocsin.response.CrisisPlan;
import java.util.Map;

/**
 * How much is measured.
 *
 * @param records how many mentions the topic gets, at least
 * @param runs counted rounds, from 1
 * @param plan whose brands are looked for
 * @param options settings of the jobs that differ from their defaults
 */
record BenchSettings(long records, int runs, CrisisPlan plan, Map<JobOption, String> options) {
  /** More would outgrow the 256 MiB that the embedded broker keeps a partition. */
  static final long MOST_RECORDS = 2_000_000;

  /** Checks the ranges. */
  BenchSettings {
    if (records < 1 || records > MOST_RECORDS) {
      throw new IllegalArgumentException("records not from 1 to " + MOST_RECORDS + ": " + records);
    }
    if (runs < 1) {
      throw new IllegalArgumentException("runs below 1: " + runs);
    }
  }
}

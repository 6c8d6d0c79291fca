package io.tocsin.jobs.operator;

import java.io.Serializable;

/**
 * Sums that one subtask holds before they are shuffled.
 *
 * @param <I> what is added
 * @param <O> what a sum is
 */
public interface PartialSums<I, O> {
  /** Adds a value at this event time. */
  void add(I value, long eventTimeMillis);

  /** Sums held that nobody has seen yet. */
  int size();

  /** Hands over and forgets the sums of slices that begin before this time, in a fixed order. */
  void flushBefore(long endMillis, Emitter<O> out);

  /** Takes a sum with its event time. */
  interface Emitter<O> {
    /** Takes one sum. */
    void emit(O sum, long eventTimeMillis);
  }

  /** Makes the sums of one operator instance. */
  interface Factory<I, O> extends Serializable {
    /** Sums that hold nothing. */
    PartialSums<I, O> create();
  }
}

package io.tocsin.testing;

import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** What an operator that hears broadcasts knows by key. */
public final class KeyedState {
  private KeyedState() {}

  /** How many entries its keyed state has. */
  public static int entriesOf(KeyedBroadcastOperatorTestHarness<?, ?, ?, ?> harness) {
    var operator = (CoBroadcastWithKeyedOperator<?, ?, ?, ?>) harness.getTwoInputOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }
}

package io.tocsin.testing;

import java.util.Map;
import java.util.TreeMap;

/** Keyed state that a test can bring back to how it stood at a checkpoint. */
public final class Checkpointed<T> {
  private final StateCopy<T> copy;

  /** What is known, by key. */
  public final Map<String, T> values = new TreeMap<>();

  /** State that goes through these copies. */
  public Checkpointed(StateCopy<T> copy) {
    this.copy = copy;
  }

  /** How it stands. */
  public Map<String, byte[]> snapshot() {
    Map<String, byte[]> bytes = new TreeMap<>();
    values.forEach((key, value) -> bytes.put(key, copy.write(value)));
    return bytes;
  }

  /** As it stood. */
  public void restore(Map<String, byte[]> snapshot) {
    values.clear();
    snapshot.forEach((key, bytes) -> values.put(key, copy.read(bytes)));
  }
}

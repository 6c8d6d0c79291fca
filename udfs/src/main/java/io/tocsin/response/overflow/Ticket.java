package io.tocsin.response.overflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one mention waits for an answer. Fields are public and change in place because the class is
 * operator state.
 */
public final class Ticket {
  /** The queue or pool that holds it. */
  public String place = "";

  /** Since when its author waits, epoch milliseconds: the earliest that was ever told. */
  public long waitingSinceMillis;

  /** When it was put where it is, epoch milliseconds. */
  public long assignedMillis;

  /** Whether a person has taken it. */
  public boolean claimed;

  /** When it was answered, epoch milliseconds; {@link Long#MIN_VALUE} while it is not. */
  public long answeredMillis = Long.MIN_VALUE;

  /** The department whose queue it came to first; null where the plan names none. */
  public @Nullable String department;

  /** Where it was posted, as it is counted; null while nobody said. */
  public @Nullable String channel;

  /** Of which place it speaks; null while nobody said. */
  public @Nullable String location;

  /** Whether it was told that its author has waited for 72 hours. */
  public boolean overdue;

  /** Ids of the valves that it was moved through and has not come back from, in that order. */
  public List<String> path = new ArrayList<>();

  boolean isOpen() {
    return answeredMillis == Long.MIN_VALUE;
  }
}

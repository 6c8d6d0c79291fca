package io.tocsin.scoring.influence;

import io.tocsin.mention.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The audiences of all channels, as one subtask sees them. Mentions are spread over subtasks by
 * their ids, so each sees a fair sample of every channel, and ranks by it: no mention waits for
 * what other subtasks have seen.
 */
public final class Audiences {
  /** A feed has a handful of networks; more names are a faulty feed, and keep the fixed scale. */
  private static final int MOST_CHANNELS = 1_000;

  private final Map<String, Audience> audiences = new HashMap<>();
  private long latestHour = Long.MIN_VALUE;

  /**
   * The scale of the mention's channel at this event time. The mention's author counts in the
   * scales of later hours; one whose followers are not told counts in none, and neither does one
   * whom a drill made up.
   */
  public FollowerScale rankAmong(Mention mention, long eventTimeMillis) {
    long hour = Audience.hourOf(eventTimeMillis);
    if (hour > latestHour) {
      latestHour = hour;
      audiences.values().removeIf(audience -> audience.isOver(hour));
    }
    boolean real = mention.drill() == null;
    Audience audience = real ? audienceOf(mention.channel()) : audiences.get(mention.channel());
    if (audience == null) {
      return LogFollowerScale.STANDARD;
    }
    FollowerScale scale = audience.scaleFor(hour);
    Long followers = mention.author().followers();
    if (real && followers != null && followers > 0) {
      audience.add(hour, followers);
    }
    return scale;
  }

  /** Channels of which something is remembered. */
  public int size() {
    return audiences.size();
  }

  /** All that is remembered, for {@link #restore}. */
  public List<AudienceState> toStates(int share) {
    return audiences.entrySet().stream()
        .map(entry -> entry.getValue().toState(share, entry.getKey()))
        .toList();
  }

  /** Takes over what one share of a channel's posts left. */
  public void restore(AudienceState state) {
    audiences.computeIfAbsent(state.channel(), channel -> new Audience()).restore(state);
  }

  private @Nullable Audience audienceOf(String channel) {
    Audience known = audiences.get(channel);
    if (known == null && audiences.size() < MOST_CHANNELS) {
      known = new Audience();
      audiences.put(channel, known);
    }
    return known;
  }
}

package io.tocsin.spike.feed;

import io.tocsin.feed.FeedGap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of the firehose. Fields are public and change in place because the class is
 * operator state.
 */
public final class FeedBook {
  /** The whole. */
  public FeedMemory whole = new FeedMemory();

  /** Each channel. */
  public Map<String, FeedMemory> channels = new HashMap<>();

  /** The gaps of the last days. */
  public List<FeedGap> gaps = new ArrayList<>();
}

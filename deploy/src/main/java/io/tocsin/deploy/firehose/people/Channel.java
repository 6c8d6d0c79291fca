package io.tocsin.deploy.firehose.people;

/** A network that posts come from. The addresses are made up and lead nowhere. */
public enum Channel {
  X("x", true, true),
  FACEBOOK("facebook", true, false),
  BLUESKY("bluesky", false, false),
  INSTAGRAM("instagram", true, false),
  REDDIT("reddit", false, false);

  private final String key;
  private final boolean tellsVerified;
  private final boolean tellsViews;

  Channel(String key, boolean tellsVerified, boolean tellsViews) {
    this.key = key;
    this.tellsVerified = tellsVerified;
    this.tellsViews = tellsViews;
  }

  /** The name in the contract: {@code x}. */
  public String key() {
    return key;
  }

  /** Whether the network says which accounts it vouches for. */
  public boolean tellsVerified() {
    return tellsVerified;
  }

  /** Whether the network says how often a post was seen. */
  public boolean tellsViews() {
    return tellsViews;
  }

  /** Where a person could read the post. */
  public String urlOf(String handle, String postId) {
    return "https://" + key + ".example/" + handle + "/" + postId;
  }
}

package io.tocsin.mention;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the {@code engagement} object of a mention. */
final class EngagementReader {
  private EngagementReader() {}

  /** The reactions at the reader's token; {@link Engagement#NONE} if JSON's null stands there. */
  static Engagement read(FieldReader fields) throws IOException, RefusedException {
    if (!fields.entersObject("engagement")) {
      return Engagement.NONE;
    }
    long likes = 0;
    long shares = 0;
    long replies = 0;
    long views = 0;
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "likes" -> likes = orZero(fields.count("engagement.likes"));
        case "shares" -> shares = orZero(fields.count("engagement.shares"));
        case "replies" -> replies = orZero(fields.count("engagement.replies"));
        case "views" -> views = orZero(fields.count("engagement.views"));
        default -> fields.skip();
      }
    }
    return (likes | shares | replies | views) == 0
        ? Engagement.NONE
        : new Engagement(likes, shares, replies, views);
  }

  private static long orZero(@Nullable Long count) {
    return count == null ? 0 : count;
  }
}

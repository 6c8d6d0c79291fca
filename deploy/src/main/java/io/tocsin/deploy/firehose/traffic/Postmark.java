package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.people.Person;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a mention of a text: gives it its id, its times and what else the network tells. */
final class Postmark {
  private static final double LANGUAGE_TOLD = 0.92;
  private static final long LEAST_DELAY_MILLIS = 40;
  private static final long USUAL_DELAY_MILLIS = 900;
  private static final long LATEST_DELAY_MILLIS = 10_000;

  private final Ids ids;
  private final double lateShare;
  private final Chance chance;

  /**
   * A stream's own postmark.
   *
   * @param lateShare share of posts that arrive 1 to 10 s after they were written; all others
   *     arrive within a second
   */
  Postmark(Ids ids, double lateShare, Chance chance) {
    this.ids = ids;
    this.lateShare = lateShare;
    this.chance = chance;
  }

  /** The mention that arrives at this moment. */
  Mention stamp(
      Person person,
      String text,
      MentionKind kind,
      @Nullable Mention answered,
      long arrivalMillis) {
    String id = ids.next();
    return new Mention(
        id,
        person.channel().key(),
        text,
        chance.happens(LANGUAGE_TOLD) ? person.home().language().tag() : null,
        arrivalMillis - delayMillis(),
        person.author(),
        kind,
        answered == null ? id : answered.conversationId(),
        answered == null ? null : answered.id(),
        LeadingHandles.of(text),
        person.location(),
        person.channel().urlOf(person.handle(), id),
        Visibility.PUBLIC,
        Audience.reactions(person, chance));
  }

  private long delayMillis() {
    return chance.happens(lateShare)
        ? chance.between(USUAL_DELAY_MILLIS, LATEST_DELAY_MILLIS + 1)
        : chance.between(LEAST_DELAY_MILLIS, USUAL_DELAY_MILLIS);
  }

  /** The accounts that a text is addressed to: the handles it begins with. */
  private static final class LeadingHandles {
    private LeadingHandles() {}

    static List<String> of(String text) {
      String first = handleAt(text, 0);
      if (first == null) {
        return List.of();
      }
      String second = handleAt(text, first.length() + 2);
      return second == null ? List.of(first) : List.of(first, second);
    }

    private static @Nullable String handleAt(String text, int start) {
      if (start >= text.length() || text.charAt(start) != '@') {
        return null;
      }
      int end = start + 1;
      while (end < text.length() && isHandle(text.charAt(end))) {
        end++;
      }
      return text.substring(start + 1, end);
    }

    private static boolean isHandle(char c) {
      return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }
  }
}

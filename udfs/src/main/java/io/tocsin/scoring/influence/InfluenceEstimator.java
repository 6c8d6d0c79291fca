package io.tocsin.scoring.influence;

import io.tocsin.mention.Author;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how far a mention may carry.
 *
 * <p>The score begins with the author's rank by followers. An account younger than 90 days is worth
 * less, down to half on its first day, because throw-away accounts are young; an account of unknown
 * age loses nothing. Verification, and the engagement that the post has for its age, then each
 * close part of the distance to 1, so they only ever raise it. Missing and zero followers are both
 * unknown (many feeds write 0 for 'not told') and fall to the channel's middle.
 *
 * <p>Reach is the views where the network counted them. Elsewhere it is the author's followers, and
 * for every share the followers of an author in the channel's middle: what monitoring tools call
 * potential reach, an upper bound rather than people who have read it.
 *
 * <p>A mention does not carry when its engagement was read. The flow takes the moment of posting,
 * so that a replay gives the same numbers; the age then counts as {@link #YOUNGEST_POST_MILLIS}.
 */
public final class InfluenceEstimator {
  private static final double SETTLED_ACCOUNT_MILLIS = TimeUnit.DAYS.toMillis(90);
  private static final double NEW_ACCOUNT_FACTOR = 0.5;
  private static final double VERIFIED_SHARE = 0.15;
  private static final double ENGAGEMENT_SHARE = 0.5;

  /** Weighted reactions an hour at which engagement counts in full. */
  private static final double FULL_ENGAGEMENT_PER_HOUR = 10_000;

  /** A younger post is taken to be this old, so that its first like is no storm. */
  private static final long YOUNGEST_POST_MILLIS = TimeUnit.MINUTES.toMillis(10);

  private static final double MILLIS_PER_HOUR = TimeUnit.HOURS.toMillis(1);

  // A share brings a post to new people, a reply to those who follow both, a like to hardly anyone.
  private static final double LIKE_WEIGHT = 1;
  private static final double REPLY_WEIGHT = 2;
  private static final double SHARE_WEIGHT = 3;

  private InfluenceEstimator() {}

  /**
   * The influence of a mention.
   *
   * @param atMillis the moment whose engagement the mention carries, epoch milliseconds
   * @param scale of the mention's channel
   */
  public static Influence estimate(Mention mention, long atMillis, FollowerScale scale) {
    Author author = mention.author();
    long followers = knownOrMiddle(author.followers(), scale);
    double score = scale.rank(followers) * ageFactor(author.createdAtMillis(), atMillis);
    if (Boolean.TRUE.equals(author.verified())) {
      score = raise(score, VERIFIED_SHARE);
    }
    long postAgeMillis = Math.max(YOUNGEST_POST_MILLIS, atMillis - mention.createdAtMillis());
    score = raise(score, ENGAGEMENT_SHARE * engagementRank(mention.engagement(), postAgeMillis));
    return new Influence(score, reach(mention, followers, scale), basis(mention), scale.basis());
  }

  private static long knownOrMiddle(@Nullable Long followers, FollowerScale scale) {
    return followers != null && followers > 0 ? followers : scale.middleFollowers();
  }

  private static double ageFactor(@Nullable Long openedAtMillis, long atMillis) {
    if (openedAtMillis == null) {
      return 1;
    }
    double settled = Math.max(0, Math.min(1, (atMillis - openedAtMillis) / SETTLED_ACCOUNT_MILLIS));
    return NEW_ACCOUNT_FACTOR + (1 - NEW_ACCOUNT_FACTOR) * settled;
  }

  private static double engagementRank(Engagement engagement, long postAgeMillis) {
    double reactions =
        LIKE_WEIGHT * engagement.likes()
            + REPLY_WEIGHT * engagement.replies()
            + SHARE_WEIGHT * engagement.shares();
    double perHour = reactions * MILLIS_PER_HOUR / postAgeMillis;
    return Math.min(1, Math.log1p(perHour) / Math.log1p(FULL_ENGAGEMENT_PER_HOUR));
  }

  /** Closes a share of the distance to 1. */
  private static double raise(double score, double share) {
    return score + (1 - score) * share;
  }

  private static long reach(Mention mention, long followers, FollowerScale scale) {
    Engagement engagement = mention.engagement();
    if (engagement.views() > 0) {
      return engagement.views();
    }
    double shared = (double) engagement.shares() * scale.middleFollowers();
    return (long) (followers + shared);
  }

  private static ReachBasis basis(Mention mention) {
    if (mention.engagement().views() > 0) {
      return ReachBasis.VIEWS;
    }
    Long followers = mention.author().followers();
    return followers != null && followers > 0 ? ReachBasis.FOLLOWERS : ReachBasis.CHANNEL_MEDIAN;
  }
}

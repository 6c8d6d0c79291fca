package io.tocsin.deploy.firehose.traffic;

/** What may happen to a brand. */
public enum EventKind {
  /** Its service is down: 20 times the usual talk, about 80 % of it negative. A crisis. */
  OUTAGE,
  /** Its advert goes round: 12 times the usual talk, nearly all of it friendly. Nobody's crisis. */
  VIRAL_JOY,
  /** People grow sour for hours: a third more talk, nearly all of it negative. A crisis. */
  SLOW_BURN,
  /** A few bots repost one text with a link: 6 times the usual talk. Nobody's crisis. */
  BOT_FLOOD
}

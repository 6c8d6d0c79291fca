package io.tocsin.mention;

/** Placeholder filled in by the mention package's author. */
public final class MentionParser {
  public static final int MAX_TEXT_CHARS = 20_000;
  public static final long EARLIEST_MILLIS = 946_684_800_000L;
}

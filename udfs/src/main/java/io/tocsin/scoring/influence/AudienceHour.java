package io.tocsin.scoring.influence;

/**
 * The audience of one hour's posts, or of a whole day's under its first hour.
 *
 * @param hour hours since the epoch
 * @param sketch a serialised sketch of followers
 */
public record AudienceHour(long hour, byte[] sketch) {}

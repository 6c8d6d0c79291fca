package io.tocsin.window;

import java.util.List;

/**
 * Who spoke on a watch since a time, as far as the watch remembers: hours back where little is
 * said, five minutes at least where much is.
 *
 * @param mentions posts, each counted
 * @param scored posts that a model could score
 * @param negative posts labelled negative
 * @param late mentions that came too late to be counted among those
 * @param authors different authors; too low where many speak
 * @param ofBusiest mentions by the author who wrote most
 * @param ofBusiestThree mentions by the three authors who wrote most
 * @param languages most frequent first
 */
public record CrowdSums(
    long mentions,
    long scored,
    long negative,
    long late,
    long authors,
    long ofBusiest,
    long ofBusiestThree,
    List<LanguageShare> languages) {}

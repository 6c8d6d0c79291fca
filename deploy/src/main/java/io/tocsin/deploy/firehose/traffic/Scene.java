package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.people.Population;
import io.tocsin.deploy.firehose.text.Phrasebook;

/**
 * What all streams of a world share.
 *
 * @param startMillis when the world begins, epoch milliseconds
 * @param population who may write
 * @param phrasebook what they may write
 * @param lateShare share of posts that arrive up to ten seconds after they were written
 */
public record Scene(
    long startMillis, Population population, Phrasebook phrasebook, double lateShare) {}

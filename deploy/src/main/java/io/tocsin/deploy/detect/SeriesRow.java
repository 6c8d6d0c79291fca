package io.tocsin.deploy.detect;

/**
 * One line of a series.
 *
 * @param line its number in the file, from 1
 * @param timestamp as it was written
 * @param value as it was written
 * @param millis the timestamp, epoch milliseconds
 * @param count the value
 */
record SeriesRow(int line, String timestamp, String value, long millis, double count) {}

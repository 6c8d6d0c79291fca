package io.tocsin.deploy.picture;

/**
 * A known onset.
 *
 * @param brand the brand's key
 * @param name for people, may be empty
 * @param atMillis epoch milliseconds
 */
public record OnsetMark(String brand, String name, long atMillis) {}

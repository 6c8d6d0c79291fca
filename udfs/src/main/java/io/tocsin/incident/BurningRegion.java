package io.tocsin.incident;

/**
 * A region that holds burning locations.
 *
 * @param key the region's key
 * @param name for people
 * @param burning its locations that burn
 * @param locations its locations in all
 */
public record BurningRegion(String key, String name, int burning, int locations) {}

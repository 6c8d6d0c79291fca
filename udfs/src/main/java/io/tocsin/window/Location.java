package io.tocsin.window;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One place of a brand.
 *
 * @param key once a brand
 * @param name for people
 * @param region key of the region that it lies in; null where it lies in none
 */
public record Location(String key, String name, @Nullable String region) implements Serializable {}

package io.tocsin.window;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Locations that belong together.
 *
 * @param key once a brand
 * @param name for people
 * @param parent key of the region that it lies in; null where it lies in none
 */
public record Region(String key, String name, @Nullable String parent) implements Serializable {}

package io.tocsin.window;

import java.io.Serializable;

/**
 * A matter that people have with a brand.
 *
 * @param key once a brand
 * @param name for people
 */
public record BrandTopic(String key, String name) implements Serializable {}

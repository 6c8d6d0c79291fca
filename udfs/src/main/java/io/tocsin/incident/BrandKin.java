package io.tocsin.incident;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What ties a brand to others.
 *
 * @param name the brand for people
 * @param group what it shares with others, such as a supplier; null for nothing
 */
public record BrandKin(String name, @Nullable String group) implements Serializable {}

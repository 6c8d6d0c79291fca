package io.tocsin.response;

import java.io.Serializable;

/**
 * A department of the company.
 *
 * @param key as the plan calls it
 * @param name for people
 */
public record Department(String key, String name) implements Serializable {}

package io.tocsin.response.plan;

/**
 * A name and where it stands.
 *
 * @param name as written
 * @param at its place in the file
 */
record Named(String name, YamlValue at) {}

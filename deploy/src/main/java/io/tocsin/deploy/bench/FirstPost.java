package io.tocsin.deploy.bench;

/**
 * A post that begins a text, and what became of it within a day.
 *
 * @param influence from 0 to 1, at posting
 * @param reposters other authors who reposted the text
 * @param repeaters other authors who posted the text, as a repost or as their own
 */
record FirstPost(double influence, int reposters, int repeaters) {}

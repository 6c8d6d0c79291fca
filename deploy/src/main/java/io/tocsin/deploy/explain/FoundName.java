package io.tocsin.deploy.explain;

/**
 * A name in a post.
 *
 * @param kind what it names
 * @param text as written
 * @param key see {@link NameKey}
 */
record FoundName(NameKind kind, String text, String key) {}

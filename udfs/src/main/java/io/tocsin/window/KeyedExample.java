package io.tocsin.window;

/**
 * An example with the key that its text shares with near-duplicates, so that no text is shown
 * twice.
 *
 * @param nearTextKey the key
 * @param post the post
 */
public record KeyedExample(long nearTextKey, ExamplePost post) {}

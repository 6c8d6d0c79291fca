package io.tocsin.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person wants a brand, or one of its watches, recorded and nobody paged about it.
 *
 * @param watch the watch's key; null for the whole brand
 * @param since when it was wanted
 * @param until when it ends
 * @param by who wants it
 * @param why in that person's words; null for none
 */
public record Silence(
    @Nullable String watch, Instant since, Instant until, String by, @Nullable String why) {}

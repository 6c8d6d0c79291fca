package io.tocsin.response.overflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did about a mention.
 *
 * @param mentionId which mention
 * @param brand the brand for which it is answered
 * @param kind what was done
 * @param by who did it
 * @param note the tag, the note, or a word more; null for none
 * @param at when
 */
public record Response(
    String mentionId,
    String brand,
    ResponseKind kind,
    String by,
    @Nullable String note,
    Instant at) {}

package io.tocsin.response.overflow;

import org.jspecify.annotations.Nullable;

/**
 * One step of one mention on its way to an answer, with what it is counted by.
 *
 * @param brand the brand's key
 * @param department key of the department whose queue it came to first; null where the plan names
 *     none
 * @param channel where it was posted, as far as the plan has accounts there, else 'other'; null
 *     where its assignment does not say
 * @param location of which place it speaks; null where its assignment does not say
 * @param kind what happened
 * @param waitedMillis how long its author had waited then, from 0
 */
public record TicketStep(
    String brand,
    @Nullable String department,
    @Nullable String channel,
    @Nullable String location,
    TicketStepKind kind,
    long waitedMillis) {}

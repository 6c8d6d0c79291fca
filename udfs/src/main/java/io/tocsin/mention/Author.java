package io.tocsin.mention;

import org.jspecify.annotations.Nullable;

/**
 * Who posted a mention.
 *
 * @param id the network's own id of the account
 * @param handle the account's public name without {@code @}
 * @param followers how many accounts follow this one; null where the network did not say
 * @param verified whether the network vouches for the account; null where it did not say
 * @param createdAtMillis when the account was opened, epoch milliseconds
 */
public record Author(
    String id,
    @Nullable String handle,
    @Nullable Long followers,
    @Nullable Boolean verified,
    @Nullable Long createdAtMillis) {}

package io.tocsin.response;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An account of the brand on a channel.
 *
 * @param handle without '@'
 * @param channel the network: x, facebook, ...
 * @param owner the department that answers there; null where the plan names none
 */
public record CareAccount(String handle, String channel, @Nullable Department owner)
    implements Serializable {}

package io.tocsin.response;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One place where pages can go.
 *
 * @param transport how
 * @param url where; null where the transport has none or knows its own
 * @param secret the name of a secret, never the secret itself; null for none
 */
public record PageAddress(Transport transport, @Nullable String url, @Nullable String secret)
    implements Serializable {}

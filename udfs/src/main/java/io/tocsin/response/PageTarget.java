package io.tocsin.response;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where a page goes.
 *
 * @param name the on-call target's name in the plan
 * @param transport how
 * @param url where to POST for {@link Transport#WEBHOOK}; null otherwise
 */
public record PageTarget(String name, Transport transport, @Nullable String url)
    implements Serializable {}

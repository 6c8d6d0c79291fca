package io.tocsin.jobs.config;

import io.tocsin.response.delivery.DeliveryPolicy;
import io.tocsin.response.delivery.PagerHost;
import java.io.Serializable;

/**
 * How pages are delivered.
 *
 * @param delivery attempts, waits and each target's share
 * @param host what the pager finds around it
 * @param pagesInFlight pages under delivery at once in one subtask; further ones wait upstream
 */
public record PagerSettings(DeliveryPolicy delivery, PagerHost host, int pagesInFlight)
    implements Serializable {}

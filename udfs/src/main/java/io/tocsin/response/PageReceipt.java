package io.tocsin.response;

import java.time.Instant;

/**
 * How the delivery of a page ended.
 *
 * @param dedupKey the page's
 * @param action the page's
 * @param incidentId the page's
 * @param brand the page's
 * @param target name of the on-call target
 * @param outcome delivered or not
 * @param attempts how often it was tried, from 1; 0 where it was given up before its turn or
 *     gathered
 * @param detail the receiver's answer or the fault, for a person
 * @param pagedAt event time of the decision to page
 * @param at wall-clock time of the outcome
 */
public record PageReceipt(
    String dedupKey,
    PageAction action,
    String incidentId,
    String brand,
    String target,
    PageOutcome outcome,
    int attempts,
    String detail,
    Instant pagedAt,
    Instant at) {}

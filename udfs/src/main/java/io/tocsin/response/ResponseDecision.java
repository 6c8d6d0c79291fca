package io.tocsin.response;

import java.util.List;

/**
 * What to do now.
 *
 * @param pages to send, in order
 * @param redirects valves to turn, in order
 */
public record ResponseDecision(List<Page> pages, List<Redirect> redirects) {}

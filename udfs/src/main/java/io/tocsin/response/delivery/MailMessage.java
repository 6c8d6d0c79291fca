package io.tocsin.response.delivery;

import java.util.Map;

/**
 * A message as a person gets it.
 *
 * @param headers by name, each one line; not yet encoded
 * @param text the plain form
 * @param html the same, drawn
 */
record MailMessage(Map<String, String> headers, String text, String html) {}

package io.tocsin.response.delivery;

import java.util.Map;

/**
 * What is POSTed.
 *
 * @param url where
 * @param headers beside the content type, which is always JSON
 * @param body a JSON document
 */
record OutboundRequest(String url, Map<String, String> headers, String body) {}

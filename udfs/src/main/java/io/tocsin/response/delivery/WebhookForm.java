package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.secret.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A {@link WebhookDocument} for receivers of one's own.
 *
 * <p>The header {@code Idempotency-Key} (<a
 * href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">IETF
 * draft</a>) carries a UUID made from the page's dedup key, which may hold what a header may not.
 * With a secret, the header {@code Tocsin-Signature} is {@code sha256=} and the HMAC-SHA256 (<a
 * href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>) of the body's bytes in hex.
 */
final class WebhookForm implements PageForm {
  @Override
  public OutboundRequest request(Page page, PageLinks links, String url, @Nullable String secret) {
    String body = Texts.json(WebhookDocument.of(page, links));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Idempotency-Key", "\"" + idempotencyKey(page) + "\"");
    if (secret != null) {
      byte[] mac = Hmac.sha256(secret, body);
      headers.put("Tocsin-Signature", "sha256=" + HexFormat.of().formatHex(mac));
    }
    return new OutboundRequest(url, headers, body);
  }

  private static UUID idempotencyKey(Page page) {
    return UUID.nameUUIDFromBytes(page.dedupKey().getBytes(StandardCharsets.UTF_8));
  }
}

package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import org.jspecify.annotations.Nullable;

/** How a receiver wants its pages: a pure function, so that each has golden files. */
interface PageForm {
  /**
   * The request that tells the receiver of the page.
   *
   * @param links where the page leads
   * @param url of the address, or the transport's own
   * @param secret null where the address names none
   */
  OutboundRequest request(Page page, PageLinks links, String url, @Nullable String secret);

  /** How long after each page to one address the next one may follow; 0 for at once. */
  default long spacingMillis() {
    return 0;
  }

  /** What the receiver's HTTP status means. */
  default DeliveryVerdict classify(int status) {
    return DeliveryVerdict.classify(status);
  }
}

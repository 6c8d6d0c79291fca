package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.ack.AckToken;
import io.tocsin.response.ack.AckTokens;
import io.tocsin.response.secret.Secrets;
import io.tocsin.response.storm.StormPage;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the links of pages. The same page always gets the same links, since a receiver may hold two
 * requests under one key side by side. A desk without a key gets links to its live page alone: a
 * page must leave all the same.
 */
final class DeskLinks {
  private static final Logger LOG = LoggerFactory.getLogger(DeskLinks.class);

  private final DeskAccess desk;
  private final Secrets secrets;

  DeskLinks(DeskAccess desk, Secrets secrets) {
    this.desk = desk;
    this.secrets = secrets;
    if (desk.address() != null && tokens() == null) {
      LOG.warn("pages carry no link to acknowledge: {}", fault(desk.keySecret()));
    }
  }

  private String fault(String name) {
    return secrets.find(name) == null
        ? secrets.whyMissing(name)
        : "secret '" + name + "' has fewer than " + AckTokens.SHORTEST_KEY + " characters";
  }

  /** Where this page leads. */
  PageLinks of(Page page) {
    String address = desk.address();
    if (address == null) {
      return PageLinks.NONE;
    }
    String base = Texts.withoutEndSlash(address);
    return new PageLinks(ack(page, base), base + "/");
  }

  private @Nullable String ack(Page page, String base) {
    boolean takes = page.action() == PageAction.TRIGGER && !StormPage.isOne(page);
    AckTokens tokens = takes ? tokens() : null;
    return tokens == null ? null : base + "/ack/" + tokens.write(token(page));
  }

  private AckToken token(Page page) {
    return new AckToken(
        page.incidentId(),
        page.severity(),
        page.target().name(),
        page.at().plusMillis(desk.validMillis()).truncatedTo(ChronoUnit.SECONDS));
  }

  private @Nullable AckTokens tokens() {
    String key = secrets.find(desk.keySecret());
    return key == null || key.length() < AckTokens.SHORTEST_KEY ? null : new AckTokens(key);
  }
}

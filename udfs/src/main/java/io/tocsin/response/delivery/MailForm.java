package io.tocsin.response.delivery;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.secret.Hmac;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.owasp.encoder.Encode;

/**
 * A page as e-mail. The same page always has the same Message-ID (<a
 * href="https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4">RFC 5322, 3.6.4</a>), so that a page
 * sent again is no second one; repeats, worse turns and the all-clear of an incident refer to what
 * came before and stand in one thread. {@code Auto-Submitted} (<a
 * href="https://www.rfc-editor.org/rfc/rfc3834#section-5">RFC 3834</a>) keeps absence notes away.
 * What others wrote is text in both forms: no header has a line end in it, and no character of HTML
 * is left as it was.
 */
final class MailForm {
  private static final int LONGEST_SUBJECT = 250;
  private static final int LONGEST_BODY = 50_000;

  private MailForm() {}

  /**
   * The message that tells of the page.
   *
   * @param from the sender's address
   * @param to the receiver's
   */
  static MailMessage of(Page page, PageLinks links, String from, String to) {
    return new MailMessage(headers(page, from, to), text(page, links), html(page, links));
  }

  private static Map<String, String> headers(Page page, String from, String to) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("From", OneLine.of(from));
    headers.put("To", OneLine.of(to));
    headers.put("Subject", Texts.fit(OneLine.of(page.title()), LONGEST_SUBJECT));
    thread(page, from.substring(from.indexOf('@') + 1), headers);
    headers.put("Auto-Submitted", "auto-generated");
    headers.put("X-Auto-Response-Suppress", "All");
    headers.put("Importance", page.severity() == Severity.CRITICAL ? "high" : "normal");
    return headers;
  }

  /** The first page about a severity answers none; what follows answers it. */
  private static void thread(Page page, String domain, Map<String, String> headers) {
    String own = id(page.dedupKey(), domain);
    String incident = id(page.incidentId() + "/" + page.target().name(), domain);
    String first = id(AlertKey.of(page, Integer.MAX_VALUE), domain);
    headers.put("Message-ID", own);
    if (own.equals(first)) {
      headers.put("References", incident);
    } else {
      headers.put("In-Reply-To", first);
      headers.put("References", incident + " " + first);
    }
  }

  private static String id(String what, String domain) {
    byte[] hash = Hmac.sha256("message-id", what);
    return "<" + HexFormat.of().formatHex(hash, 0, 16) + "@" + OneLine.of(domain) + ">";
  }

  private static String text(Page page, PageLinks links) {
    String told = lines(page.title() + "\n\n" + page.body().strip()) + "\n\n" + why(page);
    return links.below(told, LONGEST_BODY, UnaryOperator.identity()) + "\n";
  }

  private static String html(Page page, PageLinks links) {
    return """
        <!doctype html>
        <html lang="en">
        <body>
        <h1 style="font-size:1.2em">%s</h1>
        <p>%s</p>
        %s<p>%s</p>
        </body>
        </html>
        """
        .formatted(
            drawn(page.title()),
            drawn(Texts.fit(page.body(), LONGEST_BODY).strip()),
            drawn(links),
            drawn(why(page)));
  }

  private static String why(Page page) {
    return "Why you: "
        + OneLine.of(page.decision())
        + " (plan "
        + page.planVersion()
        + ", page "
        + OneLine.of(page.dedupKey())
        + ").";
  }

  private static String drawn(PageLinks links) {
    return links.byWords().entrySet().stream()
        .map(
            link ->
                "<p><a href=\"%s\">%s</a></p>\n"
                    .formatted(Encode.forHtmlAttribute(link.getValue()), drawn(link.getKey())))
        .collect(Collectors.joining());
  }

  private static String drawn(String text) {
    return Encode.forHtml(lines(text)).replace("\n", "<br>\n");
  }

  /** Line by line without what a terminal or a mail program would act on. */
  private static String lines(String text) {
    return text.lines().map(OneLine::of).collect(Collectors.joining("\n"));
  }
}

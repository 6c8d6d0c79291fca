package io.tocsin.deploy.desk;

import io.tocsin.deploy.desk.AckVerdict.Reason;
import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.incident.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.owasp.encoder.Encode;

/**
 * What the link of a page shows: a small page that works without a script. Looking at it does
 * nothing, because mail scanners and previews follow links; its button POSTs to the same address.
 */
final class AckPage {
  private AckPage() {}

  /** What the link would do: a button where it can acknowledge, else why not. */
  static String before(AckVerdict verdict, @Nullable IncidentCard card) {
    Ack ack = verdict.ack();
    return ack == null || card == null
        ? after(verdict)
        : page("Acknowledge " + ack.brand(), about(card.incident()) + button(ack.by()));
  }

  /** What came of it. */
  static String after(AckVerdict verdict) {
    boolean taken = verdict.reason() == Reason.ACCEPTED || verdict.reason() == Reason.ALREADY_YOURS;
    return page(taken ? "Acknowledged" : "Not acknowledged", paragraph(verdict.detail()));
  }

  /** The constant as people know it. */
  static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String about(Incident incident) {
    return paragraph(word(incident.severity()) + " since " + incident.since())
        + paragraph(incident.reason());
  }

  private static String button(String person) {
    return """
        <form method="post">
          <button>Acknowledge as %s</button>
        </form>
        """
        .formatted(Encode.forHtmlContent(person));
  }

  private static String paragraph(String text) {
    return "<p>" + Encode.forHtmlContent(text) + "</p>\n";
  }

  private static String page(String title, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <meta name="robots" content="noindex">
          <title>%1$s</title>
          <link rel="icon" href="../assets/icon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="../assets/desk.css">
        </head>
        <body class="ack-page">
        <main>
        <h1>%1$s</h1>
        %2$s<p><a href="../">Live page</a></p>
        </main>
        </body>
        </html>
        """
        .formatted(Encode.forHtmlContent(title), body);
  }
}

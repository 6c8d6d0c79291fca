package io.tocsin.response.plan;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mailbox as {@code mailto:ana@example.com} (<a
 * href="https://www.rfc-editor.org/rfc/rfc6068">RFC 6068</a>), without anything that a mail program
 * would make headers of.
 */
final class Mailbox {
  private static final Pattern FORM =
      Pattern.compile(
          "mailto:[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

  private Mailbox() {}

  /** Reads the mailbox and reports what is wrong with it; null if it cannot be used. */
  static @Nullable String read(YamlValue value) {
    String url = value.text(TextForm.URL);
    if (url != null && !FORM.matcher(url).matches()) {
      value.error("not a mailbox like mailto:ana@example.com: " + OneLine.quote(url));
      return null;
    }
    return url;
  }
}

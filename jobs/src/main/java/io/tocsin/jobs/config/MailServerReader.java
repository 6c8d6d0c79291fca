package io.tocsin.jobs.config;

import io.tocsin.response.delivery.MailServer;
import io.tocsin.response.delivery.MailServer.Security;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the options about mail together. */
final class MailServerReader {
  private static final Pattern SERVER =
      Pattern.compile("(smtp|smtps|plain)://([A-Za-z0-9.-]+)(?::([0-9]{1,5}))?/?");
  private static final Pattern SENDER = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");
  private static final int HIGHEST_PORT = 65_535;

  private MailServerReader() {}

  /** The mail server; null where none is given, or none that can be used. */
  static @Nullable MailServer read(OptionReader reader) {
    String server = reader.textOrNull(JobOption.SMTP_SERVER);
    if (server == null) {
      return null;
    }
    Matcher address = SERVER.matcher(server);
    String from = reader.text(JobOption.SMTP_FROM);
    if (!SENDER.matcher(from).matches()) {
      reader.unexpected(JobOption.SMTP_FROM, from, "an address like tocsin@example.com");
    }
    if (!address.matches() || port(address) < 1 || port(address) > HIGHEST_PORT) {
      reader.unexpected(
          JobOption.SMTP_SERVER, server, "an address like smtp://mail.example.com:587");
      return null;
    }
    String user = reader.textOrNull(JobOption.SMTP_USER);
    String secret = user == null ? null : reader.text(JobOption.SMTP_SECRET);
    return new MailServer(address.group(2), port(address), security(address), from, user, secret);
  }

  private static Security security(Matcher address) {
    return switch (address.group(1)) {
      case "smtps" -> Security.TLS;
      case "smtp" -> Security.STARTTLS;
      default -> Security.NONE;
    };
  }

  /** The port, or the usual one (RFC 6409, RFC 8314). */
  private static int port(Matcher address) {
    return address.group(3) == null
        ? switch (security(address)) {
          case STARTTLS -> 587;
          case TLS -> 465;
          case NONE -> 25;
        }
        : Integer.parseInt(address.group(3));
  }
}

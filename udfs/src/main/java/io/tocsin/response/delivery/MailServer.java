package io.tocsin.response.delivery;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes pages as e-mail.
 *
 * @param host its name, which its certificate must show
 * @param port where it listens
 * @param security how what is said is kept secret
 * @param from the sender's address
 * @param user who logs in; null for nobody
 * @param passwordSecret name of the secret that holds the user's password; null where nobody logs
 *     in
 */
public record MailServer(
    String host,
    int port,
    Security security,
    String from,
    @Nullable String user,
    @Nullable String passwordSecret)
    implements Serializable {
  /** How what is said to a mail server is kept secret. */
  public enum Security {
    /** Begun in the clear and then encrypted, or not at all (RFC 3207). */
    STARTTLS,
    /** Encrypted from the first byte (RFC 8314). */
    TLS,
    /** In the clear, as to a relay on the same machine. */
    NONE
  }
}

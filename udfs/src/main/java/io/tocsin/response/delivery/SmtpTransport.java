package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageAddress;
import io.tocsin.response.delivery.MailServer.Security;
import io.tocsin.response.secret.Secrets;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends pages as e-mail, one message each, by SMTP (<a
 * href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321</a>). Each attempt has a connection of its
 * own, closed whatever comes of it: pages are few, and a connection kept open is one more thing
 * that breaks at night.
 */
final class SmtpTransport implements PageTransport {
  private static final String SCHEME = "mailto:";
  private static final String UTF_8 = "UTF-8";

  private final @Nullable MailServer server;
  private final long timeoutMillis;
  private final InstantSource clock;
  private final Secrets secrets;
  private final DeskLinks links;
  private final Executor threads;
  private final @Nullable SSLSocketFactory sockets;

  /**
   * Sends by this server.
   *
   * @param server null where the pager was told of none: then no mail leaves
   * @param timeoutMillis how long an attempt may take in whole, once it has begun
   * @param threads wait for the server
   * @param sockets trusts the server's certificate; null for what the platform trusts
   */
  SmtpTransport(
      @Nullable MailServer server,
      long timeoutMillis,
      InstantSource clock,
      Secrets secrets,
      DeskLinks links,
      Executor threads,
      @Nullable SSLSocketFactory sockets) {
    this.server = server;
    this.timeoutMillis = timeoutMillis;
    this.clock = clock;
    this.secrets = secrets;
    this.links = links;
    this.threads = threads;
    this.sockets = sockets;
  }

  @Override
  public CompletableFuture<DeliveryAnswer> send(Page page, PageAddress address) {
    String url = address.url();
    if (server == null || url == null || !url.startsWith(SCHEME)) {
      return done(fatal(server == null ? "there is no smtp-server" : "no mailto: address"));
    }
    String secret = server.passwordSecret();
    String password = secret == null ? null : secrets.find(secret);
    if (secret != null && password == null) {
      return done(fatal(secrets.whyMissing(secret)));
    }
    MailMessage mail =
        MailForm.of(page, links.of(page), server.from(), url.substring(SCHEME.length()));
    CompletableFuture<DeliveryAnswer> answer = new CompletableFuture<>();
    threads.execute(() -> attempt(server, password, mail, answer));
    return answer;
  }

  /** The time of an attempt begins with it, not while it waits for a thread. */
  private void attempt(
      MailServer to,
      @Nullable String password,
      MailMessage mail,
      CompletableFuture<DeliveryAnswer> answer) {
    CompletableFuture<DeliveryAnswer> unused =
        answer.completeOnTimeout(
            DeliveryAnswer.of(DeliveryVerdict.RETRY, "no answer in time"),
            timeoutMillis,
            TimeUnit.MILLISECONDS);
    try {
      deliver(to, password, mail);
      answer.complete(DeliveryAnswer.of(DeliveryVerdict.OK, "taken by " + to.host()));
    } catch (MessagingException e) {
      answer.complete(SmtpFault.answer(e));
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private void deliver(MailServer to, @Nullable String password, MailMessage mail)
      throws MessagingException {
    Session session = Session.getInstance(properties(to));
    MimeMessage message = message(session, mail);
    Transport transport = session.getTransport("smtp");
    try {
      transport.connect(to.host(), to.port(), to.user(), password);
      transport.sendMessage(message, message.getRecipients(Message.RecipientType.TO));
    } finally {
      closeQuietly(transport);
    }
  }

  /** What the server took it has taken, however the two part. */
  private static void closeQuietly(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      return;
    }
  }

  private Properties properties(MailServer to) {
    Properties properties = new Properties();
    Map<String, Object> settings =
        Map.of(
            "connectiontimeout",
            timeoutMillis,
            "timeout",
            timeoutMillis,
            "writetimeout",
            timeoutMillis,
            "quitwait",
            false,
            "auth",
            to.user() != null,
            "starttls.enable",
            to.security() == Security.STARTTLS,
            "starttls.required",
            to.security() == Security.STARTTLS,
            "ssl.enable",
            to.security() == Security.TLS,
            "ssl.checkserveridentity",
            true);
    settings.forEach((name, value) -> properties.put("mail.smtp." + name, value.toString()));
    if (sockets != null) {
      properties.put("mail.smtp.ssl.socketFactory", sockets);
    }
    return properties;
  }

  private MimeMessage message(Session session, MailMessage mail) throws MessagingException {
    MimeMessage message = new KeepsItsId(session);
    for (Map.Entry<String, String> header : mail.headers().entrySet()) {
      message.setHeader(header.getKey(), header.getValue());
    }
    message.setSubject(mail.headers().get("Subject"), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setContent(
        new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, kind);
    return part;
  }

  /** The library would give each message an id of its own. */
  private static final class KeepsItsId extends MimeMessage {
    KeepsItsId(Session session) {
      super(session);
    }

    @Override
    protected void updateMessageID() {
      // It is the page's, and stands among the headers.
    }
  }

  private static CompletableFuture<DeliveryAnswer> done(DeliveryAnswer answer) {
    return CompletableFuture.completedFuture(answer);
  }

  private static DeliveryAnswer fatal(String detail) {
    return DeliveryAnswer.of(DeliveryVerdict.FATAL, detail);
  }
}

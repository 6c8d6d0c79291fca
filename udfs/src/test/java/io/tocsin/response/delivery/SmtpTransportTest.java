package io.tocsin.response.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageAddress;
import io.tocsin.response.Transport;
import io.tocsin.response.delivery.MailServer.Security;
import io.tocsin.response.secret.Secrets;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Against a real SMTP server, its refusals included. */
class SmtpTransportTest {
  private static final String TO = "ana@example.com";
  private static final String PASSWORD = "geheim";
  private static final long PATIENT_MILLIS = 60_000;
  private static final char[] STORE_PASSWORD = "changeit".toCharArray();

  @TempDir private static Path folder;
  private static SSLContext tls;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<byte[]> taken = new CopyOnWriteArrayList<>();
  private @Nullable SMTPServer smtp;

  /** What the server refuses, and with what. */
  private String refuses = "nothing";

  private int code;

  @BeforeAll
  static void makeACertificate() throws Exception {
    Path store = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "smtp",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(STORE_PASSWORD),
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    tls = tls(store);
  }

  private static SSLContext tls(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, STORE_PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("smtp", keys.getCertificate("smtp"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @AfterEach
  void stop() {
    if (smtp != null) {
      smtp.stop();
    }
    threads.shutdownNow();
  }

  @Test
  void sendsOneMessageAPageByStartTlsWithAPassword() throws Exception {
    start(Security.STARTTLS);

    DeliveryAnswer answer = send(Pages.console(), Security.STARTTLS, "ops", PATIENT_MILLIS);

    assertThat(answer).isEqualTo(DeliveryAnswer.of(DeliveryVerdict.OK, "taken by localhost"));
    MimeMessage message = message();
    assertThat(message.getHeader("To", ",")).isEqualTo(TO);
    assertThat(message.getSubject()).isEqualTo("acme: 412 mentions a minute, 30 expected");
    assertThat(message.getSentDate()).isEqualTo(Pages.NOON);
    assertThat(message.getMessageID()).endsWith("@example.org>");
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("No signal since", "Acknowledge: https://desk.test/ack/" + Pages.TOKEN);
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(parts.getBodyPart(1).getContent().toString()).contains(">Acknowledge</a>");
  }

  @Test
  void sendsByTlsFromTheFirstByte() throws Exception {
    start(Security.TLS);

    assertThat(send(Pages.console(), Security.TLS, null, PATIENT_MILLIS).verdict())
        .isEqualTo(DeliveryVerdict.OK);
    assertThat(taken).hasSize(1);
  }

  @Test
  void saysNothingInTheClearWhereStartTlsIsNotOffered() throws Exception {
    start(Security.NONE);

    DeliveryAnswer answer = send(Pages.console(), Security.STARTTLS, "ops", PATIENT_MILLIS);

    assertThat(answer.verdict()).isEqualTo(DeliveryVerdict.RETRY);
    assertThat(answer.detail()).contains("STARTTLS").doesNotContain(PASSWORD);
    assertThat(taken).isEmpty();
  }

  @Test
  void trustsNoCertificateThatItDoesNotKnow() throws Exception {
    start(Security.STARTTLS);

    DeliveryAnswer answer =
        transport(server(Security.STARTTLS, null), PATIENT_MILLIS, null)
            .send(Pages.console(), address())
            .join();

    assertThat(answer.verdict()).isEqualTo(DeliveryVerdict.RETRY);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "recipient, 450, RETRY",
    "recipient, 550, FATAL",
    "recipient, 552, DROP",
    "from, 451, RETRY",
    "from, 553, FATAL",
    "data, 452, RETRY",
    "data, 554, DROP"
  })
  void judgesARefusalByItsCode(String what, int smtpCode, DeliveryVerdict verdict)
      throws Exception {
    refuses = what;
    code = smtpCode;
    start(Security.NONE);

    DeliveryAnswer answer = send(Pages.console(), Security.NONE, null, PATIENT_MILLIS);

    assertThat(answer.verdict()).as(answer.detail()).isEqualTo(verdict);
    assertThat(answer.detail()).contains("SMTP " + smtpCode, "not today");
    assertThat(taken).isEmpty();
  }

  @Test
  void tellsAWrongPasswordWithoutSayingIt() throws Exception {
    start(Security.STARTTLS);

    DeliveryAnswer answer = send(Pages.console(), Security.STARTTLS, "eve", PATIENT_MILLIS);

    assertThat(answer.verdict()).isEqualTo(DeliveryVerdict.FATAL);
    assertThat(answer.detail()).contains("SMTP 535").doesNotContain(PASSWORD);
  }

  @Test
  void triesAgainWhereNobodyListensOrNobodyAnswers() throws Exception {
    int port = freePort();
    assertThat(sendTo(port, PATIENT_MILLIS).verdict()).isEqualTo(DeliveryVerdict.RETRY);
    try (ServerSocket neverAnswers = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      assertThat(sendTo(neverAnswers.getLocalPort(), 200).verdict())
          .isEqualTo(DeliveryVerdict.RETRY);
    }
  }

  @Test
  void needsAServerAndAnAddress() {
    SmtpTransport without = transport(null, PATIENT_MILLIS, null);

    assertThat(without.send(Pages.console(), address()).join())
        .isEqualTo(DeliveryAnswer.of(DeliveryVerdict.FATAL, "there is no smtp-server"));
  }

  @Test
  void letsNobodyWriteAHeader() throws Exception {
    start(Security.NONE);
    Page evil =
        Pages.with(
            Pages.console(),
            PageAction.TRIGGER,
            Severity.CRITICAL,
            "burns\r\nBcc: eve@evil.test\nX-Evil: 1\u2028é 😀",
            "line\r\n.\r\nMAIL FROM:<eve@evil.test>\n<script>alert(1)</script>");

    assertThat(send(evil, Security.NONE, null, PATIENT_MILLIS).verdict())
        .isEqualTo(DeliveryVerdict.OK);

    MimeMessage message = message();
    assertThat(message.getSubject()).isEqualTo("burns Bcc: eve@evil.test X-Evil: 1 é 😀");
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getHeader("X-Evil")).isNull();
    assertThat(new String(taken.get(0), UTF_8)).doesNotContain("<script>alert(1)</script></");
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
  }

  private void start(Security security) {
    SMTPServer.Builder builder =
        SMTPServer.port(freePort())
            .bindAddress(loopback())
            .messageHandlerFactory(context -> new Receiver());
    if (security != Security.NONE) {
      builder.authenticationHandlerFactory(
          new EasyAuthenticationHandlerFactory((user, password, context) -> login(user, password)));
    }
    if (security == Security.STARTTLS) {
      builder.enableTLS().requireTLS().startTlsSocketFactory(tls);
    }
    if (security == Security.TLS) {
      builder.serverSocketFactory(tls.getServerSocketFactory());
    }
    smtp = builder.build();
    smtp.start();
  }

  private static void login(String user, String password) throws LoginFailedException {
    if (!user.equals("ops") || !password.equals(PASSWORD)) {
      throw new LoginFailedException();
    }
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByName("localhost");
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private MailServer server(Security security, @Nullable String user) {
    int port = smtp == null ? 1 : smtp.getPortAllocated();
    return new MailServer(
        "localhost", port, security, "tocsin@example.org", user, user == null ? null : "smtp");
  }

  private DeliveryAnswer send(
      Page page, Security security, @Nullable String user, long timeoutMillis) {
    return transport(server(security, user), timeoutMillis, tls.getSocketFactory())
        .send(page, address())
        .join();
  }

  private DeliveryAnswer sendTo(int port, long timeoutMillis) {
    MailServer nobody =
        new MailServer("localhost", port, Security.NONE, "tocsin@example.org", null, null);
    return transport(nobody, timeoutMillis, null).send(Pages.console(), address()).join();
  }

  private SmtpTransport transport(
      @Nullable MailServer server, long timeoutMillis, @Nullable SSLSocketFactory sockets) {
    return new SmtpTransport(
        server,
        timeoutMillis,
        InstantSource.fixed(Pages.NOON),
        new Secrets(Map.of("TOCSIN_SECRET_SMTP", PASSWORD)),
        Pages.LINKS,
        threads,
        sockets);
  }

  private static PageAddress address() {
    return new PageAddress(Transport.EMAIL, "mailto:" + TO, null);
  }

  private MimeMessage message() throws Exception {
    assertThat(taken).hasSize(1);
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(taken.get(0)));
  }

  /** Takes messages, or refuses what the test says. */
  private final class Receiver implements MessageHandler {
    @Override
    public void from(String from) throws RejectException {
      refuse("from");
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      refuse("recipient");
    }

    @Override
    public String data(InputStream data) throws RejectException, TooMuchDataException {
      byte[] bytes = read(data);
      refuse("data");
      taken.add(bytes);
      return "thanks";
    }

    @Override
    public void done() {}

    private void refuse(String what) throws RejectException {
      if (refuses.equals(what)) {
        throw new RejectException(code, "not today");
      }
    }

    private static byte[] read(InputStream data) {
      try {
        return data.readAllBytes();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}

package io.tocsin.response.ack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.incident.Severity;
import io.tocsin.response.ack.AckTokenReading.Reason;
import io.tocsin.response.secret.Hmac;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AckTokensTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final String KEY = "a key of sixteen";
  private static final AckToken ANA =
      new AckToken("acme-2026-05-04T11:59:20Z", Severity.CRITICAL, "ana", NOON.plusSeconds(60));

  private final AckTokens tokens = new AckTokens(KEY);

  @Test
  void readsWhatItWroteAndWritesItTheSameAgain() {
    String text = tokens.write(ANA);

    assertThat(tokens.read(text, NOON)).isEqualTo(new AckTokenReading(Reason.GOOD, ANA));
    assertThat(tokens.write(ANA)).isEqualTo(text).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");
  }

  @Test
  void expires() {
    String text = tokens.write(ANA);

    assertThat(tokens.read(text, ANA.expiresAt().minusNanos(1)).reason()).isEqualTo(Reason.GOOD);
    assertThat(tokens.read(text, ANA.expiresAt()))
        .isEqualTo(new AckTokenReading(Reason.EXPIRED, ANA));
  }

  @Test
  void tellsATokenOfAnotherKey() {
    String foreign = new AckTokens("another long key").write(ANA);

    assertThat(tokens.read(foreign, NOON)).isEqualTo(AckTokenReading.refused(Reason.FORGED));
  }

  @Test
  void takesNothingElseThatTheKeySigned() {
    String text = tokens.write(ANA);
    String payload = text.substring(0, text.indexOf('.'));
    String plain =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Hmac.sha256(KEY, payload));

    assertThat(tokens.read(payload + "." + plain, NOON).reason()).isEqualTo(Reason.FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "a.b", "a.b.c", "%00.%00", "…"})
  void refusesWhatIsNoToken(String text) {
    assertThat(tokens.read(text, NOON).token()).isNull();
    assertThat(tokens.read(text, NOON).reason()).isIn(Reason.MALFORMED, Reason.FORGED);
  }

  @Test
  void refusesAWellSignedTokenOfAnUnknownForm() {
    String payload = Base64.getUrlEncoder().withoutPadding().encodeToString("[1]".getBytes(UTF_8));
    byte[] mac = Hmac.sha256(KEY, "tocsin-ack-1\n" + payload);
    String text = payload + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);

    assertThat(tokens.read(text, NOON)).isEqualTo(AckTokenReading.refused(Reason.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noCharacterCanBeChangedAddedOrLeftOut(long seed) {
    Random random = new Random(seed);
    String text = tokens.write(ANA);
    for (int i = 0; i < 2_000; i++) {
      String changed = changed(text, random);
      if (!changed.equals(text)) {
        assertThat(tokens.read(changed, NOON).token()).as("seed %d: %s", seed, changed).isNull();
      }
    }
  }

  @Test
  void wantsAKeyThatNobodyCanTryOut() {
    assertThatThrownBy(() -> new AckTokens("short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the key of acknowledge links has fewer than 16 characters");
  }

  private static String changed(String text, Random random) {
    int at = random.nextInt(text.length());
    char other = "ABCabc012-_.".charAt(random.nextInt(12));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + other + text.substring(at + 1);
      case 1 -> text.substring(0, at) + other + text.substring(at);
      default -> text.substring(0, at) + text.substring(at + 1);
    };
  }
}

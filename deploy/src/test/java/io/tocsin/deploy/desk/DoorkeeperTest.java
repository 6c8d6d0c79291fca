package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.desk.Doorkeeper.Credentials;
import io.tocsin.deploy.desk.Visitor.Way;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorkeeperTest {
  private static final String TOKEN = "a token of sixteen";
  private static final String PROXY = "10.0.0.7";
  private static final ProxyTrust TRUST = new ProxyTrust(Set.of(PROXY), "X-Forwarded-User");

  private final Doorkeeper keeper = new Doorkeeper(false, TOKEN, TRUST);

  private Visitor showing(
      @Nullable String authorization, @Nullable String ticket, String peer, @Nullable String user) {
    return keeper.identify(new Credentials(authorization, ticket, peer, user), NOON);
  }

  @Test
  void knowsWhoShowsTheToken() {
    assertThat(showing("Bearer " + TOKEN, null, "10.0.0.9", null).way()).isEqualTo(Way.TOKEN);
    assertThat(showing("Bearer another token", null, "10.0.0.9", null)).isEqualTo(Visitor.STRANGER);
    assertThat(showing("Basic " + TOKEN, null, "10.0.0.9", null)).isEqualTo(Visitor.STRANGER);
    assertThat(showing(null, null, "10.0.0.9", null)).isEqualTo(Visitor.STRANGER);
  }

  @Test
  void knowsATicketUntilItEnds() {
    String ticket = new Sessions(TOKEN).open(NOON.minus(Sessions.LENGTH).plusSeconds(1));
    String ended = new Sessions(TOKEN).open(NOON.minus(Sessions.LENGTH));
    assertThat(showing(null, ticket, "10.0.0.9", null).way()).isEqualTo(Way.SESSION);
    assertThat(showing(null, ended, "10.0.0.9", null)).isEqualTo(Visitor.STRANGER);
  }

  @Test
  void takesNoTicketOfAnotherTokenOrWithALaterEnd() {
    String foreign = new Sessions("another token of ours").open(NOON);
    String own = new Sessions(TOKEN).open(NOON);
    String longer = "9" + own;
    assertThat(showing(null, foreign, "10.0.0.9", null)).isEqualTo(Visitor.STRANGER);
    assertThat(showing(null, longer, "10.0.0.9", null)).isEqualTo(Visitor.STRANGER);
    assertThat(showing(null, "", "10.0.0.9", null)).isEqualTo(Visitor.STRANGER);
  }

  @Test
  void believesAHeaderOfATrustedProxyAlone() {
    assertThat(showing(null, null, PROXY, " Ben ")).isEqualTo(new Visitor(Way.PROXY, "Ben"));
    assertThat(showing(null, null, "10.0.0.9", "Ben")).isEqualTo(Visitor.STRANGER);
    assertThat(showing(null, null, PROXY, " ")).isEqualTo(Visitor.STRANGER);
  }

  @Test
  void knowsNobodyWhereThereIsNoToken() {
    Doorkeeper poor = new Doorkeeper(true, null, ProxyTrust.NONE);
    assertThat(poor.identify(new Credentials("Bearer ", "", "127.0.0.1", "Ben"), NOON))
        .isEqualTo(Visitor.STRANGER);
    assertThat(poor.admits(Visitor.STRANGER, Door.READ)).isTrue();
    assertThat(poor.admits(Visitor.STRANGER, Door.WRITE)).isFalse();
  }

  @Test
  void asksWhoReadsFromElsewhere() {
    assertThat(keeper.admits(Visitor.STRANGER, Door.READ)).isFalse();
    assertThat(keeper.admits(Visitor.STRANGER, Door.OPEN)).isTrue();
    assertThat(keeper.admits(new Visitor(Way.SESSION, null), Door.READ)).isTrue();
    assertThat(keeper.admits(new Visitor(Way.SESSION, null), Door.WRITE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/,OPEN",
    "GET,/brands/acme,OPEN",
    "GET,/assets/desk.js,OPEN",
    "POST,/ack/abc,OPEN",
    "POST,/hooks/pagerduty,OPEN",
    "POST,/api/session,OPEN",
    "GET,/healthz,OPEN",
    "GET,/api/state,READ",
    "GET,/api/events,READ",
    "GET,/metrics,READ",
    "GET,/whatever/comes,READ",
    "POST,/api/incidents/acme-1/ack,WRITE",
    "POST,/api/incidents/acme-1/actions,WRITE",
    "POST,/api/brands/acme/actions,WRITE",
    "DELETE,/whatever/comes,WRITE"
  })
  void isOpenOnlyWhereItIsMeantToBe(String method, String path, Door door) {
    assertThat(Door.of(method, path)).isEqualTo(door);
  }
}

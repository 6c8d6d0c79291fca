package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.RequestGuard.Refusal.FOREIGN_HOST;
import static io.tocsin.deploy.desk.RequestGuard.Refusal.FOREIGN_ORIGIN;
import static io.tocsin.deploy.desk.RequestGuard.Refusal.NOT_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {
  private static final String HOST = "127.0.0.1:8088";

  private final RequestGuard guard =
      new RequestGuard(true, "desk.example.org", "https://desk.example.org");

  private RequestGuard.@Nullable Refusal ofChange(
      @Nullable String contentType, @Nullable String origin, @Nullable String fetchSite) {
    return guard.ofChange(contentType, HOST, origin, fetchSite);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:8088",
        "localhost",
        "LOCALHOST:80",
        "[::1]:8088",
        "[::1]",
        "desk.example.org"
      })
  void knowsItsOwnNames(String host) {
    assertThat(guard.ofHost(host)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rebound.example:8088",
        "127.0.0.1.example.org",
        "other.example.org",
        "[::2]:8088",
        ""
      })
  void refusesAForeignNameOnLoopback(String host) {
    assertThat(guard.ofHost(host)).isEqualTo(FOREIGN_HOST);
    assertThat(guard.ofHost(null)).isEqualTo(FOREIGN_HOST);
  }

  @Test
  void takesAnyNameWhereItListensToTheNetwork() {
    assertThat(new RequestGuard(false, null, null).ofHost("desk.example.org")).isNull();
  }

  @Test
  void admitsItsOwnPageAndProgramsThatAreNoBrowser() {
    assertThat(ofChange("application/json", "http://" + HOST, "same-origin")).isNull();
    assertThat(ofChange("Application/JSON; charset=utf-8", null, null)).isNull();
    assertThat(ofChange("application/json", "https://desk.example.org", "same-origin")).isNull();
  }

  @Test
  void refusesWhatAFormCouldSend() {
    assertThat(ofChange("text/plain", null, null)).isEqualTo(NOT_JSON);
    assertThat(ofChange("application/x-www-form-urlencoded", null, null)).isEqualTo(NOT_JSON);
    assertThat(ofChange(null, null, null)).isEqualTo(NOT_JSON);
  }

  @Test
  void refusesAnotherSite() {
    assertThat(ofChange("application/json", "https://evil.example", null))
        .isEqualTo(FOREIGN_ORIGIN);
    assertThat(ofChange("application/json", "null", null)).isEqualTo(FOREIGN_ORIGIN);
    assertThat(ofChange("application/json", "http://" + HOST, "cross-site"))
        .isEqualTo(FOREIGN_ORIGIN);
    assertThat(ofChange("application/json", null, "same-site")).isEqualTo(FOREIGN_ORIGIN);
  }
}

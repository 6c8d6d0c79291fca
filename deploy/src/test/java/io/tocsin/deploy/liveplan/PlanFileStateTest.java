package io.tocsin.deploy.liveplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanFileStateTest {
  private final PlanFileState state = new PlanFileState("old");

  @Test
  void tellsOnceOfATextThatStandsStill() {
    assertThat(state.look("new")).isNull();
    assertThat(state.look("new")).isEqualTo("new");
    assertThat(state.look("new")).isNull();
  }

  @Test
  void passesOverWhatIsWrittenWhileItLooks() {
    assertThat(state.look("half")).isNull();
    assertThat(state.look("whole")).isNull();
    assertThat(state.look("whole")).isEqualTo("whole");
  }

  @Test
  void knowsWhatItBeganWith() {
    assertThat(state.look("old")).isNull();
    assertThat(state.look("old")).isNull();
  }

  @Test
  void tellsOfATextThatComesBack() {
    state.look("new");
    state.look("new");
    assertThat(state.look("old")).isNull();
    assertThat(state.look("old")).isEqualTo("old");
  }
}

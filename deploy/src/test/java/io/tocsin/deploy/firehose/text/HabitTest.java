package io.tocsin.deploy.firehose.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HabitTest {
  @Test
  void squeezesTheSpacesThatOptionsLeave() {
    assertThat(typed(Habit.HASTY, "  so  it works .  ")).isEqualTo("so it works.");
  }

  @Test
  void capitalisesSentencesButNoHandlesAndNoAddresses() {
    assertThat(typed(Habit.CAREFUL, "it works. really? @acme yes https://win.example/a"))
        .isEqualTo("It works. Really? @acme yes https://win.example/a");
    assertThat(typed(Habit.CAREFUL, "¿funciona? sí")).isEqualTo("¿Funciona? Sí");
  }

  @Test
  void writesNothingLarge() {
    assertThat(typed(Habit.LOWER_CASE, "NO Signal 🙂")).isEqualTo("no signal 🙂");
  }

  private static String typed(Habit habit, String words) {
    StringBuilder text = new StringBuilder(words);
    habit.apply(text);
    return text.toString();
  }
}

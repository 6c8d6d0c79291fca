package io.tocsin.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.response.CrisisPlan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanNamesTest {
  @Test
  void areTheFilesNames() {
    assertThat(names(List.of("plans/strict.yaml", "mild.v2.yml"), "v1", "v1"))
        .containsExactly("strict", "mild.v2");
  }

  @Test
  void takeTheVersionInWhereFilesAreNamedAlike() {
    assertThat(names(List.of("a/plan.yaml", "b/plan.yaml", "c/other.yaml"), "v/1", "v2", "v3"))
        .containsExactly("plan-v_1", "plan-v2", "other");
  }

  @Test
  void areRefusedWhereNothingTellsPlansApart() {
    assertThatThrownBy(() -> names(List.of("a/plan.yaml", "b/plan.yaml"), "v1", "v1"))
        .hasMessage(
            "two plans have the file name plan.yaml and the version v1: nothing tells them apart");
  }

  private static List<String> names(List<String> files, String... versions) {
    List<CrisisPlan> plans = List.of(versions).stream().map(Samples::plan).toList();
    return PlanNames.of(files.stream().map(Path::of).toList(), plans);
  }
}

package io.tocsin.deploy.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.deploy.models.CoreNlpFolder;
import io.tocsin.scoring.NamedScorer;
import io.tocsin.scoring.ScorerUnavailableException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreNlpScorerProviderTest {
  @TempDir Path empty;

  @Test
  void isFoundByItsName() {
    assertThat(NamedScorer.names()).contains("corenlp");
  }

  @Test
  void saysInOneLineWhichCommandInstallsWhatIsMissing() {
    assertThatThrownBy(() -> CoreNlpScorerProvider.openFrom(new CoreNlpFolder(empty)))
        .isInstanceOf(ScorerUnavailableException.class)
        .hasMessage(
            "Stanford CoreNLP is not installed in "
                + empty
                + ": run 'deploy/tocsin models corenlp'");
  }

  @Test
  void refusesAModelFileRatherThanIgnoringIt() {
    assertThatThrownBy(() -> new NamedScorer("corenlp", "/models/mine.bin").create())
        .isInstanceOf(ScorerUnavailableException.class)
        .hasMessageContaining("/models/mine.bin");
  }
}

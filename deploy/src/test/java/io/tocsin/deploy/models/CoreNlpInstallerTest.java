package io.tocsin.deploy.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.deploy.host.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreNlpInstallerTest {
  private static final String CODE = "stanford-corenlp-1.jar";

  @TempDir Path folder;
  private Path jars;
  private CoreNlpFolder target;

  @BeforeEach
  void makeFolders() throws IOException {
    jars = Files.createDirectories(folder.resolve("jars"));
    target = new CoreNlpFolder(folder.resolve("models").resolve("corenlp"));
  }

  private void jar(String name, String... entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(jars.resolve(name));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void publishedJars() throws IOException {
    jar(CODE, "Code.class");
    for (String classifier : List.of("models", "models-english")) {
      String name = "stanford-corenlp-1-" + classifier + ".jar";
      jar(
          name,
          Stream.concat(
                  Stream.of("unused.gz"),
                  Stream.of(CoreNlpModel.values())
                      .filter(model -> model.isIn(name))
                      .map(CoreNlpModel::entry))
              .toArray(String[]::new));
    }
  }

  private List<String> installed() throws IOException {
    try (Stream<Path> files = Files.list(target.path())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void keepsTheCodeAndTheModelsThatAreUsedAndNothingElse() throws IOException {
    publishedJars();
    new CoreNlpInstaller(target).install(jars);
    assertThat(target.holdsModels()).isTrue();
    assertThat(installed())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(CODE), Stream.of(CoreNlpModel.values()).map(CoreNlpModel::fileName))
                .toList());
    assertThat(target.file(CoreNlpModel.PARSER)).hasContent(CoreNlpModel.PARSER.entry());
  }

  @Test
  void takesThePlaceOfAnOlderOne() throws IOException {
    Files.createDirectories(target.path());
    Files.createFile(target.path().resolve("stanford-corenlp-0.jar"));
    publishedJars();
    new CoreNlpInstaller(target).install(jars);
    assertThat(installed()).contains(CODE).doesNotContain("stanford-corenlp-0.jar");
  }

  @Test
  void leavesWhatStandsThereWhereAModelIsMissing() throws IOException {
    publishedJars();
    new CoreNlpInstaller(target).install(jars);
    Files.delete(jars.resolve("stanford-corenlp-1-models-english.jar"));
    assertThatThrownBy(() -> new CoreNlpInstaller(target).install(jars))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(CoreNlpModel.PARSER.entry());
    assertThat(target.holdsModels()).isTrue();
  }
}

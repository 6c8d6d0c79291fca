package io.tocsin.deploy.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tocsin.deploy.host.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintFileTest {
  @TempDir private Path folder;

  @Test
  void readsPlainAndQuotedFields() throws IOException {
    Path file = file("1,it broke,1,cars\n2,\"he said \"\"no\"\",\ntwice\",0,random_tweet\r\n");
    assertThat(ComplaintFile.read(file))
        .containsExactly(
            new ComplaintPost("it broke", true, "cars"),
            new ComplaintPost("he said \"no\",\ntwice", false, "random_tweet"));
  }

  @Test
  void tellsPostsToACompanyFromThoseFoundAtRandom() throws IOException {
    assertThat(ComplaintFile.read(file("1,a,1,cars\n2,b,0,random_reply\n")))
        .extracting(ComplaintPost::isRandom)
        .containsExactly(false, true);
  }

  @Test
  void namesTheLineOfAFault() throws IOException {
    Path label = file("1,\"two\nlines\",1,cars\n2,b,yes,cars\n");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> ComplaintFile.read(label))
        .withMessage(label + " line 3: id, text, 0 or 1 and a domain expected: 'yes'");
    Path quote = file("1,a,1,cars\n2,\"no end,1,cars\n");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> ComplaintFile.read(quote))
        .withMessage(quote + " line 2: a quote has no end");
    Path missing = folder.resolve("none.csv");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> ComplaintFile.read(missing))
        .withMessage("cannot read " + missing + ": no such file or folder");
  }

  private Path file(String csv) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "posts", ".csv"), csv);
  }
}

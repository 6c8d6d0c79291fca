package io.tocsin.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.mention.Author;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.MentionWriter;
import io.tocsin.mention.Visibility;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InfluenceVerbTest {
  private static final long START = 1_700_000_000_000L;
  private static final long MINUTE = 60_000;
  private static final long DAY = 1_440 * MINUTE;

  @TempDir Path folder;

  @Test
  void countsOtherAuthorsOfADayForTheFirstPostOfAText() {
    List<Mention> mentions =
        List.of(
            post("ann", "all is well in town", MentionKind.POST, 0),
            post("ann", "all is well in town", MentionKind.POST, MINUTE),
            post("bob", "RT @ann: all is well in town", MentionKind.REPOST, 2 * MINUTE),
            post("bob", "RT @ann: all is well in town", MentionKind.REPOST, 3 * MINUTE),
            post("cid", "All is well in town!", MentionKind.POST, 4 * MINUTE),
            post("dan", "RT @ann: all is well in town", MentionKind.REPOST, 2 * DAY),
            post("eve", "RT @someone: begun elsewhere", MentionKind.REPOST, 2 * DAY));

    TextSpread spread = TextSpread.of(mentions);

    assertThat(spread.posts()).hasSize(1);
    assertThat(spread.posts().get(0).reposters()).isEqualTo(1);
    assertThat(spread.posts().get(0).repeaters()).isEqualTo(2);
  }

  @Test
  void theRatioIsTopOverRestWithABootstrapError() {
    List<FirstPost> posts = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int carriers = i < 100 ? i % 2 : i % 10 == 0 ? 1 : 0;
      posts.add(new FirstPost(1.0 - i / 1_000.0, carriers, 0));
    }

    TopTenth tenth = TopTenth.of(posts, FirstPost::reposters);

    assertThat(tenth.topMean()).isEqualTo(0.5);
    assertThat(tenth.restMean()).isEqualTo(0.1);
    Ratio ratio = tenth.ratio(1);
    assertThat(ratio.value()).isCloseTo(5, within(1e-9));
    // Errors of the two means add: sqrt(0.25 / 100) / 0.5 and sqrt(0.09 / 900) / 0.1.
    assertThat(ratio.standardError()).isCloseTo(5 * Math.hypot(0.1, 0.1), within(0.1));
    assertThat(ratio).isEqualTo(tenth.ratio(1)).isNotEqualTo(tenth.ratio(2));
    assertThat(ratio.value()).isBetween(ratio.low(), ratio.high());
  }

  @Test
  void floodsAreSummedByNearTextAndDay() {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      mentions.add(post("a" + i, "buy this stock before noon " + i % 3, MentionKind.POST, i));
    }
    mentions.add(post("ann", "something else entirely, for once", MentionKind.POST, 0));

    assertThat(Floods.largest(mentions, 1)).isEqualTo(new Floods(1, 30, 30, 3, 1));
  }

  @Test
  void tellsWhetherInfluenceRanksInAFile() throws IOException {
    Path file = folder.resolve("mentions.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (Mention mention : world()) {
        out.write(new MentionWriter().write(mention));
        out.write('\n');
      }
    }
    StringWriter said = new StringWriter();

    int code =
        new CommandLine(new BenchCommand())
            .setOut(new PrintWriter(said))
            .execute("influence", "--mentions", file.toString());

    assertThat(code).isZero();
    assertThat(said.toString())
        .containsPattern("who repost it +1\\.0000 +0\\.1111 +9\\.0 \\+- 0\\.\\d");
    assertThat(said.toString()).contains("µs CPU a mention");
  }

  @Test
  void namesTheLineThatIsNoMention() throws IOException {
    Path file = folder.resolve("mentions.jsonl");
    Files.writeString(file, "{\"id\": \"m1\"}\n");

    assertThatThrownBy(() -> RecordedMentions.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("mentions.jsonl:1: no mention: channel is missing");
    assertThatThrownBy(() -> RecordedMentions.read(folder.resolve("none")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("cannot read");
    assertThatThrownBy(() -> TopTenth.of(List.of(), FirstPost::reposters))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("too few");
  }

  /** A tenth with many followers, whose posts are reposted; of the rest every ninth is. */
  private static List<Mention> world() {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      long followers = i % 10 == 0 ? 1_000_000 : 10;
      long at = 10 * MINUTE * i;
      String text = "what " + word(i) + " has to say";
      mentions.add(by("author-" + i, followers, text, MentionKind.POST, at));
      if (i % 10 == 0 || i % 9 == 0) {
        mentions.add(by("fan", 10, "RT @x: " + text, MentionKind.REPOST, at + MINUTE));
      }
    }
    return mentions;
  }

  private static String word(int number) {
    return "x" + Integer.toString(number + 1_000, 36);
  }

  private static Mention post(String author, String text, MentionKind kind, long afterMillis) {
    return by(author, 10, text, kind, afterMillis);
  }

  private static Mention by(
      String author, long followers, String text, MentionKind kind, long afterMillis) {
    return new Mention(
        author + afterMillis,
        "x",
        text,
        "en",
        START + afterMillis,
        new Author(author, author, followers, null, null),
        kind,
        null,
        null,
        List.of(),
        null,
        null,
        Visibility.PUBLIC,
        Engagement.NONE);
  }
}

package io.tocsin.jobs.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.mention.Author;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.MentionWriter;
import io.tocsin.mention.Visibility;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.influence.Influence;
import io.tocsin.scoring.influence.ReachBasis;
import io.tocsin.scoring.influence.ScaleBasis;
import io.tocsin.scoring.intent.Intent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionJsonTest {
  private static final Mention MENTION =
      new Mention(
          "m1",
          "x",
          "say \"hi\" to @acme 🙂",
          null,
          1_700_000_000_123L,
          new Author("a1", "ann", 7L, null, null),
          MentionKind.QUOTE,
          null,
          null,
          List.of("acme"),
          null,
          null,
          Visibility.PRIVATE,
          new Engagement(1, 2, 3, 4));
  private static final ScoredMention SCORED =
      new ScoredMention(
          MENTION,
          List.of("acme"),
          List.of(),
          Sentiment.unscored(null, "sample"),
          new Influence(0.5, 7, ReachBasis.FOLLOWERS, ScaleBasis.FIXED),
          1,
          2,
          Intent.UNKNOWN);

  @Test
  void aMentionInARecordIsWrittenAsTheFirehoseWritesIt() throws IOException {
    String mention = new String(new MentionWriter().write(MENTION), UTF_8);

    assertThat(new String(WireJson.toBytes(SCORED), UTF_8).replace("\\uD83D\\uDE42", "🙂"))
        .startsWith("{\"mention\":" + mention + ",\"brands\":[\"acme\"]");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    assertThat(WireJson.fromBytes(WireJson.toBytes(SCORED), ScoredMention.class)).isEqualTo(SCORED);
  }

  @Test
  void readsWhatAnotherWriterMayWrite() throws IOException {
    String json =
        """
        {"brands": ["acme"], "mention": {"id": "m1", "channel": "x", "text": "hi", "unheardOf": [1],
         "createdAt": "2026-03-01T12:00:00Z", "author": {"id": "a1"}}, "textHash": 3}
        """;

    ScoredMention scored = WireJson.fromBytes(json.getBytes(UTF_8), ScoredMention.class);

    assertThat(scored.mention().createdAtMillis()).isEqualTo(1_772_366_400_000L);
    assertThat(scored.mention().kind()).isEqualTo(MentionKind.POST);
    assertThat(scored.textHash()).isEqualTo(3);
  }

  @Test
  void whatIsNoMentionIsRefusedWithItsField() {
    assertThatThrownBy(() -> readMention("{\"id\": \"m1\"}"))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("channel is missing");
    assertThatThrownBy(() -> readMention("7"))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("a mention is an object");
  }

  private static Mention readMention(String json) throws IOException {
    byte[] scored = ("{\"mention\": " + json + "}").getBytes(UTF_8);
    return WireJson.fromBytes(scored, ScoredMention.class).mention();
  }
}

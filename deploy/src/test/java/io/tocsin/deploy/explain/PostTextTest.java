package io.tocsin.deploy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostTextTest {
  @Test
  void leavesOutLinksAndMarksOfReposts() {
    assertThat(
            PostText.plain("RT @ana: no signal https://t.co/x?y=1 in www.porto.pt Porto").strip())
        .isEqualTo("no signal   in   Porto");
  }

  @Test
  void keepsTheWordsOfHashtagsButNoCashtags() {
    assertThat(PostText.plain("#Porto is out, $ACME too, costs $5 #1"))
        .isEqualTo("Porto is out,   too, costs $5 #1");
  }

  @Test
  void decodesWhatNetworksEscapeOnce() {
    assertThat(PostText.plain("Ben &amp; Jo &lt;3 &amp;lt;")).isEqualTo("Ben & Jo <3 &lt;");
  }

  @Test
  void readsNoMoreThanTheBeginningOfALongPost() {
    assertThat(PostText.plain("a".repeat(10_000))).hasSize(PostText.MOST_CHARS);
  }

  @Test
  void findsTheKeysOfTags() {
    assertThat(PostText.tagKeys("#NimbusDown @Nimbus_Help $ACME a#b 5$"))
        .containsExactlyInAnyOrder("nimbusdown", "nimbushelp", "acme", "b");
  }
}

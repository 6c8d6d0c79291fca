package io.tocsin.scoring.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureScannerTest {
  private static final long SEED = 20261124;

  private final FeatureScanner scanner = new FeatureScanner();

  @Test
  void readsWhateverUnitsThereAre() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      String text = anyText(random, random.nextInt(60));
      TextFeatures features = scanner.read(text);
      assertThat(features.words().size()).as("seed %d, text %d", SEED, i).isGreaterThan(0);
    }
  }

  @Test
  void givesTheSameTextTheSameFeaturesWhateverWasReadBefore() {
    Random random = new Random(SEED);
    List<String> texts = new ArrayList<>();
    List<int[]> features = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      texts.add(anyText(random, random.nextInt(80)));
      features.add(all(texts.get(i)));
    }
    for (int i = texts.size() - 1; i >= 0; i--) {
      assertThat(all(texts.get(i))).as("seed %d, text %d", SEED, i).isEqualTo(features.get(i));
    }
  }

  @Test
  void makesNoObjects() {
    Random random = new Random(SEED);
    String[] texts = new String[200];
    for (int i = 0; i < texts.length; i++) {
      texts[i] =
          anyText(random, 100) + " l\u2019\u00e9t\u00e9 &amp; e\u0301 :-) #OneTwo https://x.y/z";
    }
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    readAll(texts);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < 50; round++) {
      readAll(texts);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).as("bytes in 10,000 texts").isLessThan(10_000);
  }

  @Test
  void keepsAMonstrousTextWithinItsBounds() {
    TextFeatures features = scanner.read("no way! ".repeat(100_000));
    assertThat(features.words().size()).isLessThanOrEqualTo(4096);
    assertThat(features.characters().size()).isLessThanOrEqualTo(8192);
  }

  @Test
  void readsAMonstrousWordByItsBeginning() {
    assertThat(all("a".repeat(10))).isEqualTo(all("a".repeat(5_000)));
    assertThat(scanner.read("ab".repeat(2_000)).characters().size()).isLessThan(200);
  }

  @Test
  void doesNotCareHowAnAccentIsEncoded() {
    String text = "Déjà vu à l'été, ação, für Größe, żółć, años";
    assertThat(all(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(all(text));
  }

  @Test
  void doesNotCareWhichHandleOrLinkItIs() {
    assertThat(all("@alice_b look: https://t.co/abc now"))
        .isEqualTo(all("@Bob.C look: http://example.com/x?y=z now"));
    assertThat(all("look http")).isEqualTo(all("look https://t.co/abc"));
  }

  @Test
  void takesLongDrawnWordsForOne() {
    assertThat(all("soooo")).isEqualTo(all("sooooooooo"));
    assertThat(all("soooo")).isNotEqualTo(all("soo"));
  }

  @Test
  void tellsShoutingFromTalking() {
    assertThat(all("WHERE is it")).isNotEqualTo(all("where is it"));
    assertThat(scanner.read("WHERE").characters().toArray())
        .isEqualTo(new FeatureScanner().read("where").characters().toArray());
  }

  @Test
  void undoesEscapesThatFeedsLeaveBehind() {
    assertThat(all("I &lt;3 R&amp;B, don\\u2019t you")).isEqualTo(all("I <3 R&B, don\u2019t you"));
  }

  @Test
  void takesOneApostropheForAnother() {
    assertThat(all("don\u2019t")).isEqualTo(all("don't"));
    assertThat(all("don't")).isEqualTo(all("dont"));
    assertThat(all("l'amour")).isEqualTo(all("l' amour"));
  }

  @Test
  void knowsAFaceWithAndWithoutItsNose() {
    assertThat(all("ok :-)")).isEqualTo(all("ok :)"));
    assertThat(all("ok :)")).isNotEqualTo(all("ok :("));
    assertThat(all("ok :D")).isNotEqualTo(all("ok : done"));
  }

  @Test
  void takesAnEmojiInEverySkinForOne() {
    assertThat(all("yes \ud83d\udc4d\ud83c\udffd")).isEqualTo(all("yes \ud83d\udc4d"));
    assertThat(all("yes \ud83d\udc4d")).isNotEqualTo(all("yes \ud83d\udc4e"));
  }

  @Test
  void cutsAHashtagWhereItsCaseChanges() {
    assertThat(scanner.read("#EpicFail").characters().toArray())
        .isEqualTo(new FeatureScanner().read("epic fail").characters().toArray());
  }

  @Test
  void marksWhatStandsBehindANegatorUntilThePhraseEnds() {
    int[] negated = scanner.read("not good").words().toArray();
    int[] ended = scanner.read("not. good").words().toArray();
    int[] plain = scanner.read("very good").words().toArray();
    assertThat(negated).hasSize(plain.length + 1);
    assertThat(ended).hasSize(plain.length + 2); // the point and its pair
  }

  @Test
  void countsLettersByScript() {
    TextFeatures features = scanner.read("abc привет नमस्ते سلام 東京 カナ \ud835\udc00");
    assertThat(features.letters(Script.LATIN)).isEqualTo(3);
    assertThat(features.letters(Script.CYRILLIC)).isEqualTo(6);
    assertThat(features.letters(Script.DEVANAGARI)).isEqualTo(4);
    assertThat(features.letters(Script.ARABIC)).isEqualTo(4);
    assertThat(features.letters(Script.HAN)).isEqualTo(2);
    assertThat(features.letters(Script.KANA)).isEqualTo(2);
    assertThat(features.letters(Script.OTHER)).isEqualTo(1);
    assertThat(features.mainScript()).isEqualTo(Script.CYRILLIC);
    assertThat(features.letters()).isEqualTo(22);
  }

  @Test
  void takesFormsOfOneArabicLetterForOne() {
    assertThat(all("أحمد")).isEqualTo(all("احمد"));
    assertThat(all("مَرْحَبًا")).isEqualTo(all("مرحبا"));
    assertThat(all("جمـــيل")).isEqualTo(all("جميل"));
  }

  private void readAll(String[] texts) {
    for (String text : texts) {
      scanner.read(text);
    }
  }

  private int[] all(String text) {
    TextFeatures features = scanner.read(text);
    int[] words = features.words().toArray();
    int[] characters = features.characters().toArray();
    int[] all = Arrays.copyOf(words, words.length + characters.length);
    System.arraycopy(characters, 0, all, words.length, characters.length);
    return all;
  }

  /** Any units at all, lone surrogates too, and more often those that mean something. */
  private static String anyText(Random random, int length) {
    String telling = " @#'&\\:;)(<3-_.!?\u0301\u200d\ufe0f\ud83d\udc4d\ud800\udc00hw";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(
          switch (random.nextInt(4)) {
            case 0 -> (char) random.nextInt(Character.MAX_VALUE + 1);
            case 1 -> telling.charAt(random.nextInt(telling.length()));
            default -> (char) (' ' + random.nextInt(95));
          });
    }
    return text.toString();
  }
}

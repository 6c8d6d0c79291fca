package io.tocsin.scoring.linear;

/**
 * Words that turn the next ones round, of all languages with a model at once: none of them is
 * common with another meaning in another of these languages.
 */
final class Negators {
  private static final String WORDS =
      // English, its contractions without their apostrophe
      "no not never none nobody nothing neither nor cannot without hardly barely aint arent cant"
          + " couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt shouldnt wasnt werent wont"
          + " wouldnt dnt dont"
          // Spanish, French, German, Italian, Portuguese, Polish
          + " ni nunca jamás nadie nada tampoco ningún ninguna pas jamais rien aucun aucune sans"
          + " nicht nich nie kein keine keinen keiner keinem niemals ohne non mai senza nessuno"
          + " niente não nao nem ninguém nenhum sem bez nigdy nic"
          // Arabic, Hindi in both scripts
          + " لا ما لم لن مش ليس ليست بدون غير مو نہیں नहीं नही मत ना nahi nahin nhi";

  private static final int SLOTS = 512;
  private static final int[] TABLE = new int[SLOTS];

  static {
    WordBuffer word = new WordBuffer();
    for (String form : WORDS.split(" ", -1)) {
      word.clear();
      for (int i = 0; i < form.length(); i++) {
        word.append(UnitTable.of(form.charAt(i)));
      }
      add(word.hash());
    }
  }

  private Negators() {}

  /** Whether the word of this hash is one of them. */
  static boolean contains(int wordHash) {
    return TABLE[slot(wordHash)] == wordHash;
  }

  private static void add(int wordHash) {
    TABLE[slot(wordHash)] = wordHash;
  }

  private static int slot(int wordHash) {
    int slot = FeatureHash.mix(wordHash) & (SLOTS - 1);
    while (TABLE[slot] != 0 && TABLE[slot] != wordHash) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }
}

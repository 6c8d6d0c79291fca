package io.tocsin.deploy.firehose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** How a record may be broken on its way. None of the results is a valid mention. */
enum Damage {
  /** The end is missing, as from a cut connection. */
  CUT_OFF {
    @Override
    byte[] apply(byte[] mention) {
      return Arrays.copyOf(mention, mention.length / 2);
    }
  },
  /** There is no text. */
  NO_TEXT {
    @Override
    byte[] apply(byte[] mention) {
      return replace(mention, "\"text\":", "\"body\":");
    }
  },
  /** The author lost more followers than there were. */
  NEGATIVE_FOLLOWERS {
    @Override
    byte[] apply(byte[] mention) {
      return replace(
          mention, "\"author\":{", "\"author\":{\"id\":\"0\",\"followers\":-3},\"account\":{");
    }
  },
  /** The time is a word. */
  WORD_FOR_TIME {
    @Override
    byte[] apply(byte[] mention) {
      return replace(mention, "\"createdAt\":", "\"createdAt\":\"yesterday\",\"created\":");
    }
  },
  /** A byte that is no UTF-8 stands where the text was to begin. */
  NOT_UTF8 {
    @Override
    byte[] apply(byte[] mention) {
      byte[] broken = replace(mention, "\"text\":\"", "\"text\":\"?");
      int at = new String(broken, UTF_8).indexOf("\"text\":\"?") + "\"text\":\"".length();
      broken[at] = (byte) 0xFF;
      return broken;
    }
  },
  /** Something else entirely. */
  NOT_JSON {
    @Override
    byte[] apply(byte[] mention) {
      return "<html><body>502 Bad Gateway</body></html>".getBytes(UTF_8);
    }
  };

  /** The bytes of a valid mention, broken. */
  abstract byte[] apply(byte[] mention);

  /** Replaces the first place of {@code before}: names stand before values, so it is the name. */
  private static byte[] replace(byte[] mention, String before, String after) {
    String json = new String(mention, UTF_8);
    int at = json.indexOf(before);
    return (json.substring(0, at) + after + json.substring(at + before.length())).getBytes(UTF_8);
  }
}

package io.tocsin.mention;

/** Finds the parts of a post that say nothing of their own: links, handles, marks of a repost. */
final class Ornament {
  private static final String[] LINKS = {
    "https://", "http://", "www.", "pic.twitter.com/", "t.co/"
  };
  private static final String[] REPOST_MARKS = {"rt", "mt", "via"};

  private Ornament() {}

  /**
   * Where the ornament ends that begins at {@code i}, a word's beginning; {@code i} if none does.
   */
  static int endAt(String text, int i) {
    return switch (text.charAt(i)) {
      case 'h', 'H', 'w', 'W', 'p', 'P', 't', 'T' -> linkEnd(text, i);
      case 'r', 'R', 'm', 'M', 'v', 'V' -> repostMarkEnd(text, i);
      case '@', '\uFF20' -> handleEnd(text, i);
      default -> i;
    };
  }

  /** A link ends before a space or the first character that only a person would put there. */
  private static int linkEnd(String text, int i) {
    if (!startsWithAny(text, i, LINKS)) {
      return i;
    }
    int end = i;
    while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x7F) {
      end++;
    }
    return end;
  }

  /** The end of the mark's word; the handle after it is an ornament of its own. */
  private static int repostMarkEnd(String text, int i) {
    for (String mark : REPOST_MARKS) {
      int end = i + mark.length();
      if (text.regionMatches(true, i, mark, 0, mark.length()) && isHandleNext(text, end)) {
        return end;
      }
    }
    return i;
  }

  private static boolean isHandleNext(String text, int i) {
    int next = i;
    while (next < text.length()
        && (Chars.fold(text.charAt(next)) == ' ' || text.charAt(next) == ':')) {
      next++;
    }
    return next < text.length()
        && Chars.fold(text.charAt(next)) == '@'
        && handleEnd(text, next) > next;
  }

  /** {@code @name}, also {@code @name@host.example} and {@code @name.host.example}. */
  private static int handleEnd(String text, int at) {
    int end = at + 1;
    while (isOfHandle(text, end)
        || (isJoint(text, end) && end > at + 1 && isOfHandle(text, end + 1))) {
      end++;
    }
    return end == at + 1 ? at : end;
  }

  private static boolean isOfHandle(String text, int i) {
    if (i >= text.length()) {
      return false;
    }
    char c = text.charAt(i);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean isJoint(String text, int i) {
    return i < text.length() && ".-@".indexOf(text.charAt(i)) >= 0;
  }

  private static boolean startsWithAny(String text, int i, String[] beginnings) {
    for (String beginning : beginnings) {
      if (text.regionMatches(true, i, beginning, 0, beginning.length())) {
        return true;
      }
    }
    return false;
  }
}

package io.tocsin.deploy.explain;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A post made ready for a reader that knows newspapers: what only posts have is taken out. */
final class PostText {
  /** How much of a post is read, in UTF-16 units. */
  static final int MOST_CHARS = 500;

  private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S*");
  private static final Pattern REPOST = Pattern.compile("\\b(?:RT|MT)\\s+@\\w{1,64}:?");
  private static final Pattern CASHTAG = Pattern.compile("\\$\\p{L}\\w{0,63}");
  private static final Pattern HASH_MARK = Pattern.compile("#(?=\\p{L})");
  private static final Pattern TAG =
      Pattern.compile("[#@$](\\w{1,64})", Pattern.UNICODE_CHARACTER_CLASS);

  private PostText() {}

  /** Without links, cashtags and marks of reposts; the words of hashtags stay. */
  static String plain(String text) {
    String decoded =
        Excerpt.of(text, MOST_CHARS)
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
    String withoutLinks = LINK.matcher(decoded).replaceAll(" ");
    String withoutReposts = REPOST.matcher(withoutLinks).replaceAll(" ");
    String withoutCashtags = CASHTAG.matcher(withoutReposts).replaceAll(" ");
    return HASH_MARK.matcher(withoutCashtags).replaceAll("");
  }

  /** The keys of its hashtags, handles and cashtags, see {@link NameKey}. */
  static Set<String> tagKeys(String text) {
    Set<String> keys = new HashSet<>();
    Matcher tag = TAG.matcher(Excerpt.of(text, MOST_CHARS));
    while (tag.find()) {
      keys.add(NameKey.of(tag.group(1)));
    }
    return keys;
  }
}

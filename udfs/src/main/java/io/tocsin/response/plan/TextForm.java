package io.tocsin.response.plan;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text of the plan may look like. The same forms stand in {@code crisis-plan.schema.json}.
 *
 * @param what names the text in messages
 * @param longest in code points
 * @param pattern what it must match whole
 * @param rule the pattern in words
 */
record TextForm(String what, int longest, Pattern pattern, String rule) {
  private static final String ONE_LINE = "[^\\n]+";

  static final TextForm ANY_WORD = form("word", 100, ONE_LINE, "one line");
  static final TextForm VERSION = form("version", 64, ONE_LINE, "one line");
  static final TextForm DISPLAY_NAME = form("name", 100, ONE_LINE, "one line");
  static final TextForm GUIDELINE = form("guideline", 200, ONE_LINE, "one line");
  static final TextForm GUIDANCE = form("guidance", 4_000, "(?s).+", "any text");

  /** {@link PageUrl} checks the rest, because it knows what of an address must not be shown. */
  static final TextForm URL = form("url", Integer.MAX_VALUE, "(?s).+", "any text");

  static final TextForm BRAND_KEY = key("brand");
  static final TextForm REGION_KEY = key("region");
  static final TextForm LOCATION_KEY = key("location");
  static final TextForm TOPIC_KEY = key("topic");
  static final TextForm DEPARTMENT_KEY = key("department");
  static final TextForm CHANNEL = key("channel");
  static final TextForm TARGET = name("target");
  static final TextForm POOL = name("pool");
  static final TextForm SKILL = name("skill");
  static final TextForm QUEUE = name("queue");
  static final TextForm SECRET = name("name of a secret");
  static final TextForm HANDLE =
      form(
          "handle",
          100,
          "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.@-]*",
          "letters, digits, '_', '.' and '-', without the leading '@'");
  static final TextForm HASHTAG =
      form(
          "hashtag",
          100,
          "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_]*",
          "letters, digits and '_', without the '#'");
  static final TextForm CASHTAG =
      form(
          "cashtag",
          20,
          "[A-Za-z][A-Za-z0-9._-]*",
          "letters, digits, '.', '_' and '-', a letter first, without the '$'");
  static final TextForm PHRASE = phrase("phrase");
  static final TextForm EXCLUSION = phrase("exclusion");

  /** What is wrong with the text; null if it has this form. */
  @Nullable String faultOf(String text) {
    if (text.isEmpty()) {
      return "is empty";
    }
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      return what
          + " has "
          + length
          + " characters, "
          + longest
          + " at most: "
          + OneLine.quote(text);
    }
    if (!pattern.matcher(text).matches()) {
      return what + " " + OneLine.quote(text) + " is not as it must be: " + rule;
    }
    return null;
  }

  private static TextForm key(String what) {
    String rule = "lower-case letters, digits and '-', a letter or digit first";
    return form(what, 64, "[a-z0-9][a-z0-9-]*", rule);
  }

  private static TextForm name(String what) {
    String rule = "letters, digits, '.', '_' and '-', a letter or digit first";
    return form(what, 64, "[A-Za-z0-9][A-Za-z0-9._-]*", rule);
  }

  private static TextForm phrase(String what) {
    return form(what, 100, "[^\\n]*[\\p{L}\\p{N}][^\\n]*", "one line with a letter or digit");
  }

  private static TextForm form(String what, int longest, String pattern, String rule) {
    return new TextForm(what, longest, Pattern.compile(pattern), rule);
  }
}

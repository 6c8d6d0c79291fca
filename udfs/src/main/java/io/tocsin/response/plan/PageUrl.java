package io.tocsin.response.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address a page is POSTed to. Messages never show what may be a secret in it. */
final class PageUrl {
  private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");

  /** Wider than need be, since it also masks what is no address. */
  private static final Pattern PERHAPS_USER_INFO = Pattern.compile("(?s)//.*@");

  private static final Pattern PARAMETER = Pattern.compile("([?&#][^=&#]*=)[^&#]*");
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)[?&#]([a-z0-9._-]*[._-])?"
              + "(token|key|apikey|secret|password|passwd|pwd|auth|authorization|sig|signature|jwt)=");

  /** A step of a path that is long and mixes letters and digits, or is a UUID: nobody's word. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<=/)((?=[A-Za-z_]*[0-9])(?=[0-9_]*[A-Za-z])[A-Za-z0-9_]{20,}"
              + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?=[/?#]|$)");

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int HIGHEST_PORT = 65_535;
  private static final int LONGEST = 2_000;

  private PageUrl() {}

  /** Reads the address and reports what is wrong with it; null if it cannot be used. */
  static @Nullable String read(YamlValue value) {
    String url = value.text(TextForm.URL);
    if (url == null) {
      return null;
    }
    String fault = faultOf(url);
    if (fault != null) {
      value.error(fault + ": " + OneLine.quote(masked(url)));
      return null;
    }
    if (looksSecret(url)) {
      value.warning(
          "looks as if it held a secret, which everyone who reads the plan can see: "
              + OneLine.quote(masked(url)));
    }
    return url;
  }

  private static @Nullable String faultOf(String url) {
    if (url.length() > LONGEST) {
      return "an address of more than " + LONGEST + " characters";
    }
    try {
      return faultOf(new URI(url));
    } catch (URISyntaxException e) {
      return "not an address (" + e.getReason() + ")";
    }
  }

  private static @Nullable String faultOf(URI uri) {
    if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
      return "not an http or https address";
    }
    if (uri.getHost() == null) {
      return "an address without a host";
    }
    boolean badPort = uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT;
    return badPort ? "an address with the impossible port " + uri.getPort() : null;
  }

  private static boolean looksSecret(String url) {
    return USER_INFO.matcher(url).find()
        || SECRET_PARAMETER.matcher(url).find()
        || TOKEN.matcher(url).find();
  }

  private static String masked(String url) {
    String withoutUser = PERHAPS_USER_INFO.matcher(url).replaceAll("//***@");
    String withoutToken = TOKEN.matcher(withoutUser).replaceAll("***");
    return PARAMETER.matcher(withoutToken).replaceAll("$1***");
  }
}

package io.tocsin.response;

import java.io.Serializable;
import java.util.List;

/**
 * How people of the brand answer in a crisis; it stands on every page.
 *
 * @param dos what to do, a line each
 * @param donts what not to do, a line each
 * @param links where more is written
 */
public record Guidelines(List<String> dos, List<String> donts, List<String> links)
    implements Serializable {
  /** The plan says nothing. */
  public static final Guidelines NONE = new Guidelines(List.of(), List.of(), List.of());
}

package io.tocsin.scoring.intent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a post wants.
 *
 * @param needsResponse probability from 0 to 1 that somebody of the brand should answer; null where
 *     no model speaks the language and no word of the plan tells
 * @param kinds what it is, in the order of {@link IntentKind}; {@link IntentKind#OTHER} alone where
 *     it is none of the others, empty where nobody can tell
 */
public record Intent(@Nullable Float needsResponse, List<IntentKind> kinds) {
  /** Nobody can tell. */
  public static final Intent UNKNOWN = new Intent(null, List.of());
}

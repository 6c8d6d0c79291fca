package io.tocsin.deploy.desk;

import io.tocsin.window.ExamplePost;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the example posts of incidents more closely than a job can, in its own time. */
public interface ExamplesReader extends AutoCloseable {
  /** Where nothing can be read: it takes nothing. */
  ExamplesReader NONE = (brand, posts, whenRead) -> false;

  /**
   * Begins to read, and comes back at once.
   *
   * @param brand the brand's key
   * @param posts the incident's examples
   * @param whenRead told once, from any thread: what the posts name, or null where that could not
   *     be found in time
   * @return whether it was taken; if not, {@code whenRead} is never told
   */
  boolean read(String brand, List<ExamplePost> posts, Consumer<@Nullable IncidentInsight> whenRead);

  /** Ends reading. */
  @Override
  default void close() {}
}

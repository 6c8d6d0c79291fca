package io.tocsin.mention;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the {@code author} object of a mention. */
final class AuthorReader {
  private AuthorReader() {}

  /** The author at the reader's token, or null if JSON's null stands there. */
  static @Nullable Author read(FieldReader fields) throws IOException, RefusedException {
    if (!fields.entersObject("author")) {
      return null;
    }
    String id = null;
    String handle = null;
    Long followers = null;
    Boolean verified = null;
    Long createdAtMillis = null;
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "id" -> id = fields.string("author.id");
        case "handle" -> handle = fields.handle("author.handle");
        case "followers" -> followers = fields.count("author.followers");
        case "verified" -> verified = fields.flag("author.verified");
        case "createdAt" -> createdAtMillis = fields.timeMillis("author.createdAt");
        default -> fields.skip();
      }
    }
    if (id == null) {
      throw new RefusedException(DeadLetterReason.MISSING_FIELD, "author.id is missing");
    }
    return new Author(id, handle, followers, verified, createdAtMillis);
  }
}

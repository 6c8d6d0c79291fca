package io.tocsin.deploy.firehose.people;

import io.tocsin.deploy.firehose.text.Habit;
import io.tocsin.mention.Author;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param author the account as the network shows it
 * @param channel where the account is
 * @param home where the person lives and, with it, the language of their posts
 * @param location how the profile says so; null where it does not
 * @param habit how the person types
 * @param audience true number of followers, also where the network does not say
 */
public record Person(
    Author author,
    Channel channel,
    Place home,
    @Nullable String location,
    Habit habit,
    long audience) {
  /** The account's public name without {@code @}. */
  public String handle() {
    String handle = author.handle();
    return handle == null ? author.id() : handle;
  }
}

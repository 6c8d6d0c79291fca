package io.tocsin.deploy.firehose;

import io.tocsin.deploy.firehose.text.Intent;
import io.tocsin.deploy.firehose.traffic.Brand;
import io.tocsin.deploy.firehose.traffic.Brands;
import io.tocsin.deploy.firehose.traffic.Draft;
import io.tocsin.mention.Mention;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts what a world delivered. */
record Tally(List<Delivery> deliveries) {
  private static final Map<Brand, Pattern> NAMES =
      Brands.all().stream().collect(Collectors.toMap(brand -> brand, Tally::namesOf));

  Tally of(String brand) {
    return where(delivery -> brand.equals(delivery.draft().brand()));
  }

  Tally between(long fromMillis, long untilMillis) {
    return where(
        delivery ->
            delivery.arrivalMillis() >= fromMillis && delivery.arrivalMillis() < untilMillis);
  }

  int count() {
    return deliveries.size();
  }

  double share(Predicate<Mention> which) {
    return shareOf(draft -> which.test(draft.mention()));
  }

  double negativeShare() {
    return shareOf(draft -> draft.intent() == Intent.NEGATIVE);
  }

  double positiveShare() {
    return shareOf(draft -> draft.intent() == Intent.POSITIVE);
  }

  double noiseShare() {
    return shareOf(draft -> draft.brand() == null);
  }

  double distinctShare() {
    return (double) deliveries.stream().map(d -> d.draft().mention().text()).distinct().count()
        / count();
  }

  long authors() {
    return deliveries.stream().map(d -> d.draft().mention().author().id()).distinct().count();
  }

  long followers() {
    return deliveries.stream()
        .map(d -> d.draft().mention().author().followers())
        .mapToLong(followers -> followers == null ? 0 : followers)
        .sum();
  }

  /** Keys of the brands that a text names by handle, hashtag or name, as whole words. */
  static Set<String> brandsNamedIn(String text) {
    return NAMES.entrySet().stream()
        .filter(brand -> brand.getValue().matcher(text).find())
        .map(brand -> brand.getKey().key())
        .collect(Collectors.toSet());
  }

  private static Pattern namesOf(Brand brand) {
    return Pattern.compile(
        "(?iu)(?<![\\p{L}\\p{N}_])(@%s|#%s|%s)(?![\\p{L}\\p{N}_])"
            .formatted(brand.handle(), brand.hashtag(), brand.name()));
  }

  private Tally where(Predicate<Delivery> which) {
    return new Tally(deliveries.stream().filter(which).toList());
  }

  private double shareOf(Predicate<Draft> which) {
    return deliveries.stream().map(Delivery::draft).filter(which).count() / (double) count();
  }
}

package io.tocsin.window;

import io.tocsin.mention.Drill;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one detector watches: a brand as a whole, or a brand along one dimension.
 *
 * @param brand the brand's key
 * @param dimension along which line
 * @param value the channel, or the key of the region, location or topic; null for {@link
 *     Dimension#BRAND}
 * @param drill what is watched through a drill, beside the watch itself; null for the watch itself
 */
public record Watch(
    String brand, Dimension dimension, @Nullable String value, @Nullable Drill drill) {
  /** The watch itself. */
  public Watch(String brand, Dimension dimension, @Nullable String value) {
    this(brand, dimension, value, null);
  }

  /** The whole brand. */
  public static Watch ofBrand(String brand) {
    return new Watch(brand, Dimension.BRAND, null);
  }

  /** One brand on one channel. */
  public static Watch ofChannel(String brand, String channel) {
    return new Watch(brand, Dimension.CHANNEL, channel);
  }

  /** One region of a brand. */
  public static Watch ofRegion(String brand, String region) {
    return new Watch(brand, Dimension.REGION, region);
  }

  /** One location of a brand. */
  public static Watch ofLocation(String brand, String location) {
    return new Watch(brand, Dimension.LOCATION, location);
  }

  /** One topic of a brand. */
  public static Watch ofTopic(String brand, String topic) {
    return new Watch(brand, Dimension.TOPIC, topic);
  }

  /** The same watch through this drill, or itself for null. */
  public Watch in(@Nullable Drill through) {
    return Objects.equals(through, drill) ? this : new Watch(brand, dimension, value, through);
  }

  /**
   * A stable text key: {@code acme}, {@code acme/channel/x}, {@code acme/location/leeds}. Drills
   * share it with the watch that they go through.
   */
  public String key() {
    return value == null
        ? brand
        : brand + "/" + dimension.name().toLowerCase(Locale.ROOT) + "/" + value;
  }

  /** The watch of this {@link #key}. Brand keys hold no slash. */
  public static Watch ofKey(String key) {
    String[] parts = key.split("/", 3);
    return parts.length == 1
        ? ofBrand(key)
        : new Watch(parts[0], Dimension.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
  }
}

package io.tocsin.window;

import org.jspecify.annotations.Nullable;

/**
 * What one detector watches: a brand as a whole, or a brand along one dimension.
 *
 * @param brand the brand's key
 * @param dimension along which line
 * @param value the channel for {@link Dimension#CHANNEL}; null for {@link Dimension#BRAND}
 */
public record Watch(String brand, Dimension dimension, @Nullable String value) {
  /** The whole brand. */
  public static Watch ofBrand(String brand) {
    return new Watch(brand, Dimension.BRAND, null);
  }

  /** One brand on one channel. */
  public static Watch ofChannel(String brand, String channel) {
    return new Watch(brand, Dimension.CHANNEL, channel);
  }

  /** A stable text key: {@code acme}, {@code acme/channel/x}. */
  public String key() {
    return value == null
        ? brand
        : brand + "/" + dimension.name().toLowerCase(java.util.Locale.ROOT) + "/" + value;
  }
}

package io.tocsin.deploy.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The soft labels that the shipped model learned from. The model card says how they were made. */
final class ShippedSoftLabels {
  private static final String RESOURCE = "soft_labels.bin";

  private ShippedSoftLabels() {}

  static SoftLabels read() {
    try (InputStream in = ShippedSoftLabels.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      return SoftLabels.ofBytes(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }
}

package io.tocsin.scoring.linear;

/** The model that Tocsin comes with. {@code MODEL-CARD.md} beside it says what it is made of. */
public final class ShippedModel {
  private static final String RESOURCE = "fast.tlm";

  private ShippedModel() {}

  /** Reads it from the class path. */
  public static ModelBundle read() {
    return ModelReader.readResource(ShippedModel.class, RESOURCE);
  }
}

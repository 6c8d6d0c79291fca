package io.tocsin.deploy.picture;

import java.awt.Color;

/**
 * Colours that people tell apart however they see them (Okabe and Ito 2008, 'Color Universal
 * Design').
 */
final class Palette {
  static final Color VOICES = new Color(0x0072B2);
  static final Color VOICES_BAND = new Color(0x8056B4E9, true);
  static final Color NEGATIVITY = new Color(0xD55E00);
  static final Color NEGATIVITY_BAND = new Color(0x80E69F00, true);
  static final Color VOLUME_SPIKE = new Color(0xCC79A7);
  static final Color NEGATIVITY_SPIKE = new Color(0x707070);
  static final Color PAGE = Color.BLACK;
  static final Color ONSET = new Color(0x009E73);
  static final Color CLEAR = new Color(0, 0, 0, 0);
  static final Color GRID = new Color(0xE0E0E0);

  private Palette() {}

  /** The same colour, so that what lies under it can be seen. */
  static Color faint(Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 40);
  }
}

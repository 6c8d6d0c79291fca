package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.text.Trade;
import java.util.List;

/**
 * The brands of the simulated world. All are invented. Together they are mentioned 10.2 times a
 * second at the daily mean.
 */
public final class Brands {
  /** A mobile network: the one with the outage. */
  public static final Brand NIMBUS =
      new Brand(
          "nimbus",
          "Nimbus Mobile",
          Trade.MOBILE,
          "nimbusmobile",
          "nimbus",
          2.6,
          Rhythm.ALL_DAY,
          0.18);

  /** A bank. */
  public static final Brand TARNWICK =
      new Brand(
          "tarnwick",
          "Tarnwick Bank",
          Trade.BANK,
          "tarnwickbank",
          "tarnwick",
          1.6,
          Rhythm.OFFICE,
          0.17);

  /** An airline. */
  public static final Brand AEROVANE =
      new Brand(
          "aerovane",
          "Aerovane Airways",
          Trade.AIRLINE,
          "flyaerovane",
          "aerovane",
          1.7,
          Rhythm.ALL_DAY,
          0.20);

  /** A retailer: bots like to promise its gift cards. */
  public static final Brand PENNYMOOR =
      new Brand(
          "pennymoor",
          "Pennymoor Stores",
          Trade.RETAIL,
          "pennymoor",
          "pennymoor",
          1.9,
          Rhythm.ALL_DAY,
          0.14);

  /** A streaming service. */
  public static final Brand VELVETREEL =
      new Brand(
          "velvetreel",
          "Velvetreel TV",
          Trade.STREAMING,
          "velvetreel",
          "velvetreel",
          1.3,
          Rhythm.EVENING,
          0.13);

  /** A drink: the one with the lovely advert. */
  public static final Brand QUILLBERRY =
      new Brand(
          "quillberry",
          "Quillberry Fizz",
          Trade.DRINKS,
          "quillberryfizz",
          "quillberry",
          1.1,
          Rhythm.ALL_DAY,
          0.12);

  private static final List<Brand> ALL =
      List.of(NIMBUS, TARNWICK, AEROVANE, PENNYMOOR, VELVETREEL, QUILLBERRY);

  private Brands() {}

  /** All of them, the most talked-about first. */
  public static List<Brand> all() {
    return ALL;
  }
}

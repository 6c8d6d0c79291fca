package io.tocsin.response;

import java.io.Serializable;
import java.util.List;

/**
 * Who answers what is said of a brand, and how.
 *
 * @param accounts the brand's accounts
 * @param queues where mentions wait for an answer
 * @param pools who helps out
 * @param guidelines how to answer in a crisis
 */
public record BrandCare(
    List<CareAccount> accounts,
    List<CareQueue> queues,
    List<BackupPool> pools,
    Guidelines guidelines)
    implements Serializable {
  /** The plan says nothing. */
  public static final BrandCare NONE =
      new BrandCare(List.of(), List.of(), List.of(), Guidelines.NONE);
}

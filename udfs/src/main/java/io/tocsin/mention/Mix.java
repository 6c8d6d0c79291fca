package io.tocsin.mention;

/** The 64-bit finaliser of MurmurHash3 (Austin Appleby, placed in the public domain). */
final class Mix {
  private Mix() {}

  /** A bijection in which every bit of the input changes every bit of the result half the time. */
  static long finish(long hash) {
    long mixed = hash;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}

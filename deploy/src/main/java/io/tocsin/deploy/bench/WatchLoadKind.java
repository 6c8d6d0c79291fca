package io.tocsin.deploy.bench;

/** The loads that {@code bench watches} knows. */
enum WatchLoadKind {
  /** All watches are new. */
  FIRST {
    @Override
    WatchLoad of(int watches) {
      return new EvenLoad("for the first time", watches, HOUR, 1, 0);
    }
  },
  /** All are known and have slept for an hour. */
  HOURLY {
    @Override
    WatchLoad of(int watches) {
      return new EvenLoad("once an hour", watches, HOUR, 3, 1);
    }
  },
  /** A hundredth of them never sleeps. */
  SLIDES {
    @Override
    WatchLoad of(int watches) {
      return new EvenLoad("in every slide", Math.max(1, watches / 100), SLIDE, 180, 60);
    }
  },
  /** As the world is: most sleep, a few never do. */
  MIX {
    @Override
    WatchLoad of(int watches) {
      return new ZipfLoad("by Zipf's law", watches, 1);
    }
  };

  private static final long HOUR = 3_600_000;
  private static final long SLIDE = 10_000;

  /** The load over so many watches. */
  abstract WatchLoad of(int watches);
}

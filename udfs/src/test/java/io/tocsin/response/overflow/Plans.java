package io.tocsin.response.overflow;

import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.response.BackupPool;
import io.tocsin.response.BrandCare;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CareQueue;
import io.tocsin.response.Guidelines;
import io.tocsin.response.QueueRedirect;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.window.BrandTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans of which only the queues matter. */
final class Plans {
  static final String BRAND = "acme";

  private Plans() {}

  static BrandPlan plan(
      List<CareQueue> queues, List<BackupPool> pools, List<QueueRedirect> redirects) {
    return new BrandPlan(
        new BrandTerms(BRAND, List.of(BRAND), List.of(), List.of(), List.of(), List.of()),
        "Acme",
        BrandTree.NONE,
        List.of(),
        redirects,
        new SeverityPolicy(30, 5_000_000, 600_000, 10, 100),
        "",
        IntentWords.none(BRAND),
        List.of(),
        new BrandCare(List.of(), queues, pools, Guidelines.NONE));
  }

  static CareQueue queue(String name, @Nullable Long capacity, String... skills) {
    return new CareQueue(name, capacity, List.of(skills), null, List.of());
  }

  static BackupPool pool(String name, long capacity, int heads, String... skills) {
    return new BackupPool(name, capacity, heads, List.of(), List.of(skills), null);
  }
}

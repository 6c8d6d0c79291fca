package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageAddress;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Prints a page as one block that a person can read. */
public final class ConsoleTransport implements PageTransport {
  private static final String RULE = "=".repeat(78);

  private final PrintStream out;

  /** Prints there. */
  public ConsoleTransport(PrintStream out) {
    this.out = out;
  }

  @Override
  public CompletableFuture<DeliveryAnswer> send(Page page, PageAddress address) {
    out.print(block(page));
    out.flush();
    return CompletableFuture.completedFuture(
        DeliveryAnswer.of(DeliveryVerdict.OK, "printed on the console"));
  }

  private static String block(Page page) {
    String body = page.body().lines().map(OneLine::of).collect(Collectors.joining("\n"));
    return """
        %1$s
        %2$s %3$s page for %4$s
        %5$s

        %6$s

        why: %7$s (plan %8$s)
        key: %9$s
        %1$s
        """
        .formatted(
            RULE,
            page.action(),
            page.severity(),
            OneLine.of(page.target().name()),
            OneLine.of(page.title()),
            body,
            OneLine.of(page.decision()),
            OneLine.of(page.planVersion()),
            OneLine.of(page.dedupKey()));
  }
}

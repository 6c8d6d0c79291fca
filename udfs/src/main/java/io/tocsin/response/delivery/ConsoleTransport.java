package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageAddress;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Prints a page as one block that a person can read. */
final class ConsoleTransport implements PageTransport {
  private static final String RULE = "=".repeat(78);

  private final PrintStream out;
  private final DeskLinks links;

  /** Prints there. */
  ConsoleTransport(PrintStream out, DeskLinks links) {
    this.out = out;
    this.links = links;
  }

  @Override
  public CompletableFuture<DeliveryAnswer> send(Page page, PageAddress address) {
    out.print(block(page, links.of(page)));
    out.flush();
    return CompletableFuture.completedFuture(
        DeliveryAnswer.of(DeliveryVerdict.OK, "printed on the console"));
  }

  private static String block(Page page, PageLinks links) {
    String body = page.body().lines().map(OneLine::of).collect(Collectors.joining("\n"));
    return """
        %1$s
        %2$s %3$s page for %4$s
        %5$s

        %6$s

        why: %7$s (plan %8$s)
        key: %9$s%10$s
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
            OneLine.of(page.dedupKey()),
            links.below("", Integer.MAX_VALUE, UnaryOperator.identity()));
  }
}

package io.tocsin.deploy.ledger;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.response.Page;
import io.tocsin.response.plan.DidYouMean;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Says why somebody was paged, from the log alone: which spike, which change of the incident,",
      "which rule, who was on call, what was acknowledged, how the page was delivered."
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final int NEAR_ONES_SHOWN = 3;

  /** Where the log is. */
  static final class Place {
    @Option(
        names = "--replay",
        required = true,
        paramLabel = "DIR",
        description = "A folder that 'tocsin replay' wrote; acks.jsonl in it is read too.")
    private @Nullable Path folder;

    @Option(
        names = "--kafka",
        required = true,
        paramLabel = "HOST:PORT",
        description = "The brokers of the topics.")
    private @Nullable String brokers;

    private DecisionLog read() {
      if (folder != null) {
        return LogFolder.read(folder);
      }
      if (brokers != null) {
        return LogTopics.read(brokers);
      }
      throw new IllegalStateException("picocli wants one of both");
    }
  }

  @Option(
      names = "--page",
      required = true,
      paramLabel = "ID",
      description = "The page's dedup key, as it stands on the page and on the live page.")
  @SuppressWarnings("NullAway.Init")
  private String id;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private Place place;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    DecisionLog log = place.read();
    Page page = log.page(id);
    if (page == null) {
      throw new BadInputException(unknown(log.pages()));
    }
    PrintWriter out = spec.commandLine().getOut();
    PageStory.of(log, page).forEach(out::println);
    out.flush();
    return ExitCode.OK;
  }

  private String unknown(List<Page> pages) {
    if (pages.isEmpty()) {
      return "no page '" + id + "': the log holds none";
    }
    List<String> keys = pages.stream().map(Page::dedupKey).distinct().toList();
    return "no page '%s' among %d; nearest: %s"
        .formatted(
            id, keys.size(), String.join(", ", DidYouMean.nearest(id, keys, NEAR_ONES_SHOWN)));
  }
}

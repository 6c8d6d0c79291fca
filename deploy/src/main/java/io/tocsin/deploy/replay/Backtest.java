package io.tocsin.deploy.replay;

import io.tocsin.deploy.host.Folders;
import io.tocsin.deploy.picture.OnsetMark;
import io.tocsin.deploy.picture.PictureBook;
import io.tocsin.deploy.picture.PlanLane;
import io.tocsin.response.BrandPlan;
import io.tocsin.spike.BaselineRow;
import java.awt.AWTError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is made of the replays of one or more plans: a comparison and pictures. */
final class Backtest {
  private static final String PICTURES = "pictures";

  private final Path mentions;
  private final Path out;
  private final List<PlanResult> plans;
  private final List<Onset> onsets;

  Backtest(Path mentions, Path out, List<PlanResult> plans, List<Onset> onsets) {
    this.mentions = mentions;
    this.out = out;
    this.plans = List.copyOf(plans);
    this.onsets = List.copyOf(onsets);
  }

  /** Prints the table and writes {@code comparison.json}. */
  void compare(Duration window, PrintWriter terminal) throws IOException {
    new Comparison(plans, onsets).lines().forEach(terminal::println);
    ComparisonFile.of(mentions, window, plans).write(out);
    terminal.flush();
  }

  /** Draws the pictures; says so in a line where this Java cannot. */
  void draw(PrintWriter terminal) throws IOException {
    Path folder = Folders.create(out.resolve(PICTURES));
    List<BaselineRow> rows = rows();
    long end = rows.stream().mapToLong(row -> row.until().toEpochMilli()).max().orElse(0);
    List<PlanLane> lanes = plans.stream().map(plan -> lane(plan, end)).toList();
    try {
      int drawn = new PictureBook(folder, lanes, marks(), rows).write().size();
      terminal.println(drawn + " pictures in " + folder);
    } catch (LinkageError | InternalError | AWTError e) {
      terminal.println("no pictures: this Java cannot draw letters; install fontconfig and a font");
    }
    terminal.flush();
  }

  private static PlanLane lane(PlanResult plan, long end) {
    ReplaySummary summary = plan.summary();
    return PlanLane.of(plan.name(), summary.spikes(), summary.calls(), end);
  }

  /** Of each brand what the first plan that has it saw. */
  private List<BaselineRow> rows() throws IOException {
    List<BaselineRow> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (PlanResult plan : plans) {
      Set<String> own =
          plan.plan().brands().stream()
              .map(BrandPlan::brand)
              .filter(brand -> !seen.contains(brand))
              .collect(Collectors.toSet());
      for (BaselineRow row : new ReplayOutput(plan.folder()).baselines()) {
        if (own.contains(row.brand())) {
          rows.add(row);
        }
      }
      seen.addAll(own);
    }
    return rows;
  }

  private List<OnsetMark> marks() {
    return onsets.stream()
        .map(onset -> new OnsetMark(onset.brand(), onset.name(), onset.onset().toEpochMilli()))
        .toList();
  }
}

package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.mention.Drill;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@link ResponsePlanner} decide about each brand's incident, and about a drill's apart from
 * it, when it changes and when a step of the paging is due. Pages leave by the main output.
 */
public final class RespondFunction extends KeyedProcessFunction<String, Incident, Page> {
  /** Valves that were turned. */
  public static final OutputTag<Redirect> REDIRECTS =
      new OutputTag<>("redirects", TypeInformation.of(Redirect.class));

  private transient Map<String, ResponsePlanner> planners;
  private transient DrillDecisions drills;
  private final CrisisPlan plan;
  private transient ValueState<ResponseBook> bookState;

  /** Responds by the plan. */
  @SuppressWarnings("NullAway.Init")
  public RespondFunction(CrisisPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    planners = new HashMap<>();
    drills = new DrillDecisions(plan.drillReceivers());
    for (BrandPlan brand : plan.brands()) {
      planners.put(brand.brand(), new ResponsePlanner(brand, plan.version(), plan.lastResort()));
    }
    bookState =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "response-book", TypeInformation.of(ResponseBook.class)));
  }

  @Override
  public void processElement(Incident incident, Context context, Collector<Page> out)
      throws Exception {
    ResponseBook book = bookState.value();
    if (book == null) {
      book = new ResponseBook();
    }
    long dueBefore = book.dueMillis;
    emit(planner(incident.brand()).decide(incident, book), incident.drill(), context, out);
    remember(book, dueBefore, context);
  }

  /** A step of the paging is due: nobody has acknowledged. */
  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Page> out)
      throws Exception {
    ResponseBook book = bookState.value();
    if (book == null || book.incident == null || book.dueMillis != timestamp) {
      return;
    }
    Incident incident = book.incident;
    emit(
        planner(incident.brand()).onTime(book, Instant.ofEpochMilli(timestamp)),
        incident.drill(),
        context,
        out);
    remember(book, timestamp, context);
  }

  private void emit(
      ResponseDecision decided, @Nullable Drill drill, Context context, Collector<Page> out) {
    ResponseDecision decision = drills.of(decided, drill);
    decision.pages().forEach(out::collect);
    decision.redirects().forEach(redirect -> context.output(REDIRECTS, redirect));
  }

  private void remember(ResponseBook book, long dueBefore, Context context) throws Exception {
    if (book.dueMillis != dueBefore) {
      context.timerService().deleteEventTimeTimer(dueBefore);
    }
    if (book.dueMillis != Long.MAX_VALUE) {
      context.timerService().registerEventTimeTimer(book.dueMillis);
    }
    if (book.isOver()) {
      bookState.clear();
    } else {
      bookState.update(book);
    }
  }

  private ResponsePlanner planner(String brand) {
    return Objects.requireNonNull(planners.get(brand));
  }
}

package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.mention.Drill;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.plan.CrisisPlanParser;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@link ResponsePlanner} decide about each brand's incident, and about a drill's apart from
 * it, when it changes and when a step of the paging is due. Pages leave by the main output.
 *
 * <p>A plan is broadcast, as its text, and counts from the moment at which it is heard. A brand
 * that the plan does not have pages nobody; whoever was paged about it is told when it is over.
 */
public final class RespondFunction
    extends KeyedBroadcastProcessFunction<String, Incident, PlanNotice, Page> {
  /** Valves that were turned. */
  public static final OutputTag<Redirect> REDIRECTS =
      new OutputTag<>("redirects", TypeInformation.of(Redirect.class));

  /** The plan in force, where it is another than the job began with. */
  public static final MapStateDescriptor<String, PlanNotice> PLAN =
      new MapStateDescriptor<>("crisis-plan", Types.STRING, TypeInformation.of(PlanNotice.class));

  private static final String IN_FORCE = "in-force";

  private transient Map<String, ResponsePlanner> planners;
  private transient DrillDecisions drills;
  private transient @Nullable PlanNotice heard;
  private CrisisPlan plan;
  private transient ValueState<ResponseBook> bookState;

  /**
   * Responds by the plan.
   *
   * @param plan in force until another is heard
   */
  @SuppressWarnings("NullAway.Init")
  public RespondFunction(CrisisPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    planners = plannersOf(plan);
    drills = new DrillDecisions(plan.drillReceivers());
    bookState =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "response-book", TypeInformation.of(ResponseBook.class)));
  }

  @Override
  public void processBroadcastElement(PlanNotice notice, Context context, Collector<Page> out)
      throws Exception {
    context.getBroadcastState(PLAN).put(IN_FORCE, notice);
  }

  @Override
  public void processElement(Incident incident, ReadOnlyContext context, Collector<Page> out)
      throws Exception {
    follow(context.getBroadcastState(PLAN).get(IN_FORCE));
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
    follow(context.getBroadcastState(PLAN).get(IN_FORCE));
    emit(
        planner(incident.brand()).onTime(book, Instant.ofEpochMilli(timestamp)),
        incident.drill(),
        context,
        out);
    remember(book, timestamp, context);
  }

  private void emit(
      ResponseDecision decided,
      @Nullable Drill drill,
      ReadOnlyContext context,
      Collector<Page> out) {
    ResponseDecision decision = drills.of(decided, drill);
    decision.pages().forEach(out::collect);
    decision.redirects().forEach(redirect -> context.output(REDIRECTS, redirect));
  }

  private void remember(ResponseBook book, long dueBefore, ReadOnlyContext context)
      throws Exception {
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

  /** A restored text that this release no longer understands leaves the plan that it began with. */
  @SuppressWarnings("ReferenceEquality") // broadcast state hands out one object until another comes
  private void follow(@Nullable PlanNotice inForce) {
    if (inForce == null || inForce == heard) {
      return;
    }
    heard = inForce;
    CrisisPlan read = CrisisPlanParser.read(inForce.text(), "plan").plan();
    if (read != null) {
      plan = read;
      planners = plannersOf(plan);
      drills = new DrillDecisions(plan.drillReceivers());
    }
  }

  private static Map<String, ResponsePlanner> plannersOf(CrisisPlan plan) {
    Map<String, ResponsePlanner> planners = new HashMap<>();
    for (BrandPlan brand : plan.brands()) {
      planners.put(brand.brand(), new ResponsePlanner(brand, plan.version(), plan.lastResort()));
    }
    return planners;
  }

  private ResponsePlanner planner(String brand) {
    ResponsePlanner planner = planners.get(brand);
    return planner == null
        ? new ResponsePlanner(BrandPlan.none(brand), plan.version(), null)
        : planner;
  }
}

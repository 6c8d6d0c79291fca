package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.response.live.PlanFollower;
import io.tocsin.response.live.PlanNotice;
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

/**
 * Lets {@link ResponsePlanner} decide about each brand's incident, and about a drill's apart from
 * it, when it changes and when a step of the paging is due.
 *
 * <p>A plan is broadcast, as its text, and counts from the moment at which it is heard. A brand
 * that the plan does not have pages nobody; whoever was paged about it is told when it is over.
 */
public final class RespondFunction
    extends KeyedBroadcastProcessFunction<String, Incident, PlanNotice, Page> {
  /** The plan in force, where it is another than the job began with. */
  public static final MapStateDescriptor<String, PlanNotice> PLAN =
      new MapStateDescriptor<>("crisis-plan", Types.STRING, TypeInformation.of(PlanNotice.class));

  private static final String IN_FORCE = "in-force";

  private final CrisisPlan first;
  private transient PlanFollower plans;
  private transient Map<String, ResponsePlanner> planners;
  private transient DrillDecisions drills;
  private transient ValueState<ResponseBook> bookState;

  /**
   * Responds by the plan.
   *
   * @param first in force until another is heard
   */
  @SuppressWarnings("NullAway.Init")
  public RespondFunction(CrisisPlan first) {
    this.first = first;
  }

  @Override
  public void open(OpenContext context) {
    plans = new PlanFollower(first);
    take(first);
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
    follow(context);
    ResponseBook book = bookState.value();
    if (book == null) {
      book = new ResponseBook();
    }
    long dueBefore = book.dueMillis;
    drills
        .of(planner(incident.brand()).decide(incident, book), incident.drill(), book)
        .forEach(out::collect);
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
    follow(context);
    Instant now = Instant.ofEpochMilli(timestamp);
    drills
        .of(planner(incident.brand()).onTime(book, now), incident.drill(), book)
        .forEach(out::collect);
    remember(book, timestamp, context);
  }

  private void remember(ResponseBook book, long dueBefore, ReadOnlyContext context)
      throws Exception {
    if (book.dueMillis != dueBefore) {
      context.timerService().deleteEventTimeTimer(dueBefore);
    }
    if (book.dueMillis != Long.MAX_VALUE) {
      context.timerService().registerEventTimeTimer(book.dueMillis);
    }
    if (book.incident == null) {
      bookState.clear();
    } else {
      bookState.update(book);
    }
  }

  private void follow(ReadOnlyContext context) throws Exception {
    if (plans.follow(context.getBroadcastState(PLAN).get(IN_FORCE))) {
      take(plans.plan());
    }
  }

  private void take(CrisisPlan plan) {
    drills = new DrillDecisions(plan.drillReceivers());
    planners = new HashMap<>();
    for (BrandPlan brand : plan.brands()) {
      planners.put(brand.brand(), new ResponsePlanner(brand, plan.version(), plan.lastResort()));
    }
  }

  private ResponsePlanner planner(String brand) {
    ResponsePlanner planner = planners.get(brand);
    return planner == null
        ? new ResponsePlanner(BrandPlan.none(brand), plans.plan().version(), null)
        : planner;
  }
}

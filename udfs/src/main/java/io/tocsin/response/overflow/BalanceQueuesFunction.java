package io.tocsin.response.overflow;

import io.tocsin.incident.IncidentBookKey;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Redirect;
import io.tocsin.response.RespondFunction;
import io.tocsin.response.live.PlanFollower;
import io.tocsin.response.live.PlanNotice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
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
 * Lets {@link TicketLedger} and {@link OverflowPlanner} take what is told of each brand in the
 * order of event time, whichever input brought it first: an incident at its own moment, assignments
 * and responses at the end of their second. Valves that were turned leave by the main output.
 *
 * <p>A plan is broadcast, as its text, and counts from the next look. When a brand has left it, its
 * valves close as its incident is resolved, and its queues are forgotten when all that was moved is
 * finished or back.
 */
public final class BalanceQueuesFunction
    extends KeyedBroadcastProcessFunction<String, QueueNews, PlanNotice, Redirect> {
  /** How the queues stand. */
  public static final OutputTag<QueueReport> REPORTS =
      new OutputTag<>("queue-reports", TypeInformation.of(QueueReport.class));

  /** What becomes of mentions that wait for an answer. */
  public static final OutputTag<TicketStep> STEPS =
      new OutputTag<>("ticket-steps", TypeInformation.of(TicketStep.class));

  private static final long LOOK_MILLIS = 1_000;

  /** How often a queue that holds anything is reported, since waits grow by themselves. */
  static final long TICK_MILLIS = 10_000;

  private static final long SWEEP_MILLIS = 3_600_000;

  /** The plan in force, where it is another than the job began with. */
  public static final MapStateDescriptor<String, PlanNotice> PLAN = RespondFunction.PLAN;

  private static final String IN_FORCE = "in-force";

  private final CrisisPlan first;
  private transient PlanFollower plans;
  private transient Map<String, BrandQueues> brands;
  private transient MapState<Long, List<QueueNews>> waiting;
  private transient MapState<String, Ticket> tickets;
  private transient ValueState<OverflowBook> bookState;

  /**
   * Balances by the plan.
   *
   * @param first in force until another is heard
   */
  @SuppressWarnings("NullAway.Init")
  public BalanceQueuesFunction(CrisisPlan first) {
    this.first = first;
  }

  @Override
  public void open(OpenContext context) {
    plans = new PlanFollower(first);
    take(first);
    var runtime = getRuntimeContext();
    waiting =
        runtime.getMapState(
            new MapStateDescriptor<>(
                "waiting-news", Types.LONG, Types.LIST(TypeInformation.of(QueueNews.class))));
    tickets =
        runtime.getMapState(
            new MapStateDescriptor<>("tickets", Types.STRING, TypeInformation.of(Ticket.class)));
    bookState =
        runtime.getState(
            new ValueStateDescriptor<>("overflow-book", TypeInformation.of(OverflowBook.class)));
  }

  @Override
  public void processBroadcastElement(PlanNotice notice, Context context, Collector<Redirect> out)
      throws Exception {
    context.getBroadcastState(PLAN).put(IN_FORCE, notice);
  }

  @Override
  public void processElement(QueueNews news, ReadOnlyContext context, Collector<Redirect> out)
      throws Exception {
    follow(context);
    if (news.incident() != null) {
      await(news, news.at().toEpochMilli(), context);
    } else if (brands.containsKey(news.brand()) || bookState.value() != null) {
      long now = context.timerService().currentWatermark() + 1;
      long stamp = context.timestamp() == null ? now : Math.max(now, context.timestamp());
      await(news, nextMultiple(stamp, LOOK_MILLIS), context);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Redirect> out)
      throws Exception {
    follow(context);
    Instant now = Instant.ofEpochMilli(timestamp + 1);
    BrandQueues queues = queues(IncidentBookKey.brandOf(context.getCurrentKey()));
    List<QueueNews> news = take(timestamp + 1);
    OverflowBook known = bookState.value();
    if (known == null && news.isEmpty()) {
      return;
    }
    OverflowBook book = known == null ? new OverflowBook() : known;
    TicketsInState held = new TicketsInState(tickets);
    queues.onNews(book, held, news, now).forEach(out::collect);
    boolean tick = isMultiple(timestamp + 1, TICK_MILLIS);
    if (isMultiple(timestamp + 1, SWEEP_MILLIS)) {
      queues.sweep(book, held, now).forEach(out::collect);
    }
    queues.report(book, now, tick).forEach(report -> context.output(REPORTS, report));
    queues.takeSteps().forEach(step -> context.output(STEPS, step));
    remember(book, timestamp + 1, context);
  }

  private void follow(ReadOnlyContext context) throws Exception {
    if (plans.follow(context.getBroadcastState(PLAN).get(IN_FORCE))) {
      take(plans.plan());
    }
  }

  private void take(CrisisPlan plan) {
    brands = new HashMap<>();
    for (BrandPlan brand : plan.brands()) {
      brands.put(brand.brand(), new BrandQueues(brand, plan.version()));
    }
  }

  private BrandQueues queues(String brand) {
    BrandQueues queues = brands.get(brand);
    return queues == null ? new BrandQueues(BrandPlan.none(brand), plans.plan().version()) : queues;
  }

  private void await(QueueNews news, long due, ReadOnlyContext context) throws Exception {
    List<QueueNews> others = waiting.get(due);
    List<QueueNews> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
    all.add(news);
    waiting.put(due, all);
    context.timerService().registerEventTimeTimer(due - 1);
  }

  private List<QueueNews> take(long due) throws Exception {
    List<QueueNews> news = waiting.get(due);
    if (news == null) {
      return List.of();
    }
    waiting.remove(due);
    return news.stream().sorted(QueueNews.IN_ORDER).toList();
  }

  /** At the end of time nothing waits any longer; nor for whom the plan does not have. */
  private void remember(OverflowBook book, long now, OnTimerContext context) throws Exception {
    boolean left = !brands.containsKey(IncidentBookKey.brandOf(context.getCurrentKey()));
    if (book.isEmpty() || (left && book.isCalm())) {
      tickets.clear();
      bookState.clear();
      return;
    }
    bookState.update(book);
    boolean waits = book.isBusy() || book.tickets > 0;
    if (waits && context.timerService().currentWatermark() != Long.MAX_VALUE) {
      long step = book.isBusy() ? TICK_MILLIS : SWEEP_MILLIS;
      context.timerService().registerEventTimeTimer(nextMultiple(now, step) - 1);
    }
  }

  private static long nextMultiple(long time, long step) {
    return (Math.floorDiv(time, step) + 1) * step;
  }

  private static boolean isMultiple(long time, long step) {
    return Math.floorMod(time, step) == 0;
  }

  /** The tickets of the key that is being asked about. */
  private static final class TicketsInState implements Tickets {
    private final MapState<String, Ticket> state;

    private TicketsInState(MapState<String, Ticket> state) {
      this.state = state;
    }

    @Override
    public @Nullable Ticket get(String mentionId) throws Exception {
      return state.get(mentionId);
    }

    @Override
    public void put(String mentionId, Ticket ticket) throws Exception {
      state.put(mentionId, ticket);
    }

    @Override
    public void remove(String mentionId) throws Exception {
      state.remove(mentionId);
    }

    @Override
    public Iterable<Map.Entry<String, Ticket>> all() throws Exception {
      return state.entries();
    }
  }
}

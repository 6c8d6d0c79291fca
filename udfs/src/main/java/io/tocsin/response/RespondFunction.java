package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
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

/**
 * Lets {@link ResponsePlanner} decide about each brand's incident. Pages leave by the main output.
 */
public final class RespondFunction extends KeyedProcessFunction<String, Incident, Page> {
  /** Valves that were turned. */
  public static final OutputTag<Redirect> REDIRECTS =
      new OutputTag<>("redirects", TypeInformation.of(Redirect.class));

  private transient Map<String, ResponsePlanner> planners;
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
    for (BrandPlan brand : plan.brands()) {
      planners.put(brand.brand(), new ResponsePlanner(brand, plan.version()));
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
    ResponsePlanner planner = Objects.requireNonNull(planners.get(incident.brand()));
    ResponseBook book = bookState.value();
    if (book == null) {
      book = new ResponseBook();
    }
    ResponseDecision decision = planner.decide(incident, book);
    decision.pages().forEach(out::collect);
    decision.redirects().forEach(redirect -> context.output(REDIRECTS, redirect));
    if (incident.state() == IncidentState.RESOLVED) {
      bookState.clear();
    } else {
      bookState.update(book);
    }
  }
}

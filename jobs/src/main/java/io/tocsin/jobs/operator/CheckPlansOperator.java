package io.tocsin.jobs.operator;

import io.tocsin.incident.IncidentPlan;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.live.PlanJudge;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.live.PlanReport;
import io.tocsin.response.live.PlanVerdict;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.spike.DetectorNews;
import java.io.Serial;
import java.time.Instant;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where a published plan is read and refused, at parallelism 1. An accepted one
 * leaves as a whole by the main output and in parts by side outputs, so that detection and
 * incidents read no YAML. What became of each is told by {@link #REPORTS}.
 *
 * <p>The plan in force is state: a job that is restored goes on with it, whatever plan it is
 * started with. An operator and no function, as only that can tell something before the first
 * record.
 */
public final class CheckPlansOperator extends AbstractStreamOperator<PlanNotice>
    implements OneInputStreamOperator<PlanNotice, PlanNotice> {
  /** What accepted plans say of detection. */
  public static final OutputTag<DetectorNews> DETECTION =
      new OutputTag<>("detection", TypeInformation.of(DetectorNews.class));

  /** What accepted plans say of incidents. */
  public static final OutputTag<IncidentPlan> INCIDENTS =
      new OutputTag<>("incidents", TypeInformation.of(IncidentPlan.class));

  /** What became of every plan. */
  public static final OutputTag<PlanReport> REPORTS =
      new OutputTag<>("plan-reports", TypeInformation.of(PlanReport.class));

  @Serial private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(CheckPlansOperator.class);

  private static final ListStateDescriptor<PlanNotice> ACCEPTED =
      new ListStateDescriptor<>("accepted-plan", TypeInformation.of(PlanNotice.class));

  private final CrisisPlan first;
  private transient CrisisPlan inForce;
  private transient ListState<PlanNotice> accepted;
  private transient boolean begins;

  /**
   * Checks what is published.
   *
   * @param plan in force until another is accepted
   */
  @SuppressWarnings("NullAway.Init") // Flink calls initializeState before anything else
  public CheckPlansOperator(CrisisPlan plan) {
    this.first = plan;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    accepted = context.getOperatorStateStore().getListState(ACCEPTED);
    begins = !context.isRestored();
    inForce = first;
    for (PlanNotice notice : accepted.get()) {
      CrisisPlan restored = CrisisPlanParser.read(notice.text(), "plan").plan();
      inForce = restored == null ? first : restored;
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    if (begins) {
      tell(PlanJudge.started(inForce, now()));
    }
  }

  @Override
  public void processElement(StreamRecord<PlanNotice> element) throws Exception {
    PlanNotice notice = element.getValue();
    PlanJudge.Judgement judgement = PlanJudge.judge(notice, inForce, now());
    CrisisPlan plan = judgement.plan();
    if (plan != null && judgement.report().verdict() == PlanVerdict.ACCEPTED) {
      inForce = plan;
      accepted.clear();
      accepted.add(notice);
      output.collect(element);
      output.collect(DETECTION, new StreamRecord<>(DetectorNews.of(plan.detection())));
      output.collect(INCIDENTS, new StreamRecord<>(plan.incidents()));
    }
    tell(judgement.report());
  }

  private void tell(PlanReport report) {
    if (report.verdict() == PlanVerdict.REFUSED) {
      LOG.error(
          "plan {} was refused, {} stays in force: {}",
          report.version(),
          report.inForce(),
          report.problems());
    } else {
      LOG.info("plan {}: {}", report.version(), report.verdict());
    }
    output.collect(REPORTS, new StreamRecord<>(report));
  }

  private Instant now() {
    return Instant.ofEpochMilli(getProcessingTimeService().getCurrentProcessingTime());
  }
}

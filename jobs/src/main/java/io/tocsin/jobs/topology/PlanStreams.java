package io.tocsin.jobs.topology;

import io.tocsin.incident.IncidentPlan;
import io.tocsin.jobs.operator.CheckPlansOperator;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.live.PlanFeed;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.live.PlanReport;
import io.tocsin.spike.DetectorNews;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Plans that were accepted, whole and by what each stage needs of them.
 *
 * @param first the plan in force until another is accepted
 * @param feed tells the stages of mentions
 * @param accepted as they were published
 * @param detection for detection
 * @param incidents for incidents
 * @param reports what became of each that was published
 */
public record PlanStreams(
    CrisisPlan first,
    PlanFeed.Factory feed,
    DataStream<PlanNotice> accepted,
    DataStream<DetectorNews> detection,
    DataStream<IncidentPlan> incidents,
    DataStream<PlanReport> reports) {
  /**
   * Checks what is published, in one subtask.
   *
   * @param published plans in the order in which they came; must not hold the watermark back
   * @param first the plan in force until another is accepted
   * @param feed tells of the same plans
   */
  public static PlanStreams checked(
      DataStream<PlanNotice> published, CrisisPlan first, PlanFeed.Factory feed) {
    SingleOutputStreamOperator<PlanNotice> checked =
        CrisisTopology.named(
            published
                .transform(
                    OperatorId.CHECK_PLANS.title(),
                    TypeInformation.of(PlanNotice.class),
                    new CheckPlansOperator(first))
                .setParallelism(1),
            OperatorId.CHECK_PLANS);
    return new PlanStreams(
        first,
        feed,
        checked,
        checked.getSideOutput(CheckPlansOperator.DETECTION),
        checked.getSideOutput(CheckPlansOperator.INCIDENTS),
        checked.getSideOutput(CheckPlansOperator.REPORTS));
  }
}

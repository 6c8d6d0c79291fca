package io.tocsin.contract;

import io.tocsin.feed.FeedGap;
import io.tocsin.feed.FeedPulse;
import io.tocsin.feed.FeedReport;
import io.tocsin.incident.AckReceipt;
import io.tocsin.incident.BrandBook;
import io.tocsin.incident.BrandNews;
import io.tocsin.incident.IncidentPlan;
import io.tocsin.incident.LinkBook;
import io.tocsin.kpi.KpiDelta;
import io.tocsin.response.MatchingPlan;
import io.tocsin.response.ResponseBook;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.live.PlanReport;
import io.tocsin.response.overflow.OverflowBook;
import io.tocsin.response.overflow.QueueNews;
import io.tocsin.response.overflow.QueueReport;
import io.tocsin.response.overflow.Ticket;
import io.tocsin.response.storm.StormBook;
import io.tocsin.scoring.influence.AudienceState;
import io.tocsin.spike.DetectionPlan;
import io.tocsin.spike.DetectorNews;
import io.tocsin.spike.DrillWatch;
import io.tocsin.spike.WatchState;
import io.tocsin.spike.feed.FeedBook;
import io.tocsin.window.Pane;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in savepoints: a type that fell to Kryo would not survive a new field. */
class StateTypesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        AudienceState.class,
        Pane.class,
        WatchState.class,
        DrillWatch.class,
        FeedBook.class,
        FeedGap.class,
        FeedPulse.class,
        FeedReport.class,
        BrandBook.class,
        LinkBook.class,
        AckReceipt.class,
        ResponseBook.class,
        OverflowBook.class,
        Ticket.class,
        QueueNews.class,
        QueueReport.class,
        StormBook.class,
        KpiDelta.class,
        MatchingPlan.class,
        DetectionPlan.class,
        DetectorNews.class,
        IncidentPlan.class,
        BrandNews.class,
        PlanNotice.class,
        PlanReport.class
      })
  void areSerialisedAsPojosWithoutKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}

package io.tocsin.contract;

import io.tocsin.feed.FeedGap;
import io.tocsin.feed.FeedPulse;
import io.tocsin.feed.FeedReport;
import io.tocsin.incident.BrandBook;
import io.tocsin.kpi.KpiDelta;
import io.tocsin.response.ResponseBook;
import io.tocsin.scoring.influence.AudienceState;
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
        ResponseBook.class,
        KpiDelta.class
      })
  void areSerialisedAsPojosWithoutKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}

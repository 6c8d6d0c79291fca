package io.tocsin.jobs.topology;

import io.tocsin.incident.IncidentBookKey;
import io.tocsin.jobs.config.PagerSettings;
import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.delivery.DeliverPageFunction;
import io.tocsin.response.delivery.DropRepeatedPagesFunction;
import io.tocsin.response.storm.GatherStormsFunction;
import io.tocsin.response.storm.StormPolicy;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From pages to receipts.
 *
 * <pre>
 * pages -- by incident --> drop repeated pages -- by target --> gather storms --> deliver pages --> page receipts
 *                                                                    |                |                 ^
 *                                                                    |                v PagerDuty, ...  |
 *                                                                    +--- pages told with others -------+
 * </pre>
 *
 * <p>What is guaranteed: every page that comes in leaves as exactly one receipt, or was a repeat
 * and is counted as such. Where a target is paged about many incidents at once, further ones are
 * told in one page, and their receipts name it. A page is attempted at least once; only after a
 * restore, or when an answer is lost on its way, is it sent again, and then under the same dedup
 * key. Pages of one incident reach a target in the order in which they were decided. A dead target
 * does not hold up the others.
 */
public final class PagerTopology {
  /**
   * Pages of one incident to one target that may wait for each other: alarms at two severities and
   * their all-clears.
   */
  private static final int PAGES_IN_A_LANE = 4;

  private PagerTopology() {}

  /** Defines the flow. */
  public static DataStream<PageReceipt> define(DataStream<Page> pages, PagerSettings settings) {
    SingleOutputStreamOperator<Page> gathered = gatherStorms(dropRepeated(pages));
    return deliver(gathered, settings).union(gathered.getSideOutput(GatherStormsFunction.GATHERED));
  }

  private static DataStream<Page> dropRepeated(DataStream<Page> pages) {
    return named(
        pages.keyBy(Page::incidentId).process(new DropRepeatedPagesFunction()),
        OperatorId.DROP_REPEATED_PAGES);
  }

  private static SingleOutputStreamOperator<Page> gatherStorms(DataStream<Page> pages) {
    return named(
        pages
            .keyBy(page -> IncidentBookKey.of(page.target().name(), page.drill()))
            .process(new GatherStormsFunction(StormPolicy.STANDARD)),
        OperatorId.GATHER_STORMS);
  }

  private static DataStream<PageReceipt> deliver(DataStream<Page> pages, PagerSettings settings) {
    return named(
        AsyncDataStream.unorderedWait(
            pages,
            new DeliverPageFunction(settings.delivery(), settings.host()),
            PAGES_IN_A_LANE * settings.delivery().patienceMillis(),
            TimeUnit.MILLISECONDS,
            settings.pagesInFlight()),
        OperatorId.DELIVER_PAGES);
  }

  private static <T> SingleOutputStreamOperator<T> named(
      SingleOutputStreamOperator<T> operator, OperatorId id) {
    return operator.uid(id.uid()).name(id.title());
  }
}

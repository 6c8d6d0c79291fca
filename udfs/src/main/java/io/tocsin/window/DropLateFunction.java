package io.tocsin.window;

import io.tocsin.scoring.ScoredMention;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets mentions pass whose pane is still open. A mention is late when the watermark has passed the
 * end of its pane: its window has been judged, so it is counted as late and changes no window.
 */
public final class DropLateFunction extends ProcessFunction<ScoredMention, ScoredMention> {
  /** Mentions that came too late. */
  public static final OutputTag<ScoredMention> LATE =
      new OutputTag<>("late", TypeInformation.of(ScoredMention.class));

  private final long paneMillis;

  /** Judges by panes of this width. */
  public DropLateFunction(long paneMillis) {
    this.paneMillis = paneMillis;
  }

  @Override
  public void processElement(ScoredMention mention, Context context, Collector<ScoredMention> out) {
    long watermark = context.timerService().currentWatermark();
    long paneEnd = (Math.floorDiv(context.timestamp(), paneMillis) + 1) * paneMillis;
    if (paneEnd - 1 <= watermark) {
      context.output(LATE, mention);
    } else {
      out.collect(mention);
    }
  }
}

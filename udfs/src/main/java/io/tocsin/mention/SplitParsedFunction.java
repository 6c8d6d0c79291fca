package io.tocsin.mention;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Parts accepted mentions from dead letters, which go to {@link #REJECTED}. */
public final class SplitParsedFunction extends ProcessFunction<ParsedRecord, Mention> {
  /** Records that were refused, each with its reason. */
  public static final OutputTag<DeadLetter> REJECTED =
      new OutputTag<>("rejected", TypeInformation.of(DeadLetter.class));

  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(ParsedRecord parsed, Context context, Collector<Mention> out) {
    if (parsed.mention() != null) {
      out.collect(parsed.mention());
    } else if (parsed.deadLetter() != null) {
      context.output(REJECTED, parsed.deadLetter());
    } else {
      throw new IllegalStateException("a parsed record is neither a mention nor a dead letter");
    }
  }
}

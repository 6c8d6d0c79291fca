package io.tocsin.mention;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mentions that concern a brand, with the brands; the others go to {@link #UNMATCHED}.
 */
public final class MatchBrandsFunction extends ProcessFunction<Mention, BrandMention> {
  /**
   * Mentions of no brand. Meant for a counter chained to this function; whole mentions are too dear
   * to send over the network for a count.
   */
  public static final OutputTag<Mention> UNMATCHED =
      new OutputTag<>("unmatched", TypeInformation.of(Mention.class));

  private static final long serialVersionUID = 1L;

  private final List<BrandTerms> terms;
  private transient @Nullable BrandMatcher matcher;

  /** Matches the terms given, which an empty list may be. */
  public MatchBrandsFunction(List<BrandTerms> terms) {
    this.terms = List.copyOf(terms);
  }

  @Override
  public void open(OpenContext context) {
    matcher = new BrandMatcher(terms);
  }

  @Override
  public void processElement(Mention mention, Context context, Collector<BrandMention> out) {
    Match match = opened().find(mention);
    if (match.brands().isEmpty()) {
      context.output(UNMATCHED, mention);
    } else {
      out.collect(new BrandMention(mention, match.brands(), match.parts()));
    }
  }

  private BrandMatcher opened() {
    if (matcher == null) {
      throw new IllegalStateException("not opened");
    }
    return matcher;
  }
}

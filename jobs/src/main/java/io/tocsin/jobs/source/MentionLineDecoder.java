package io.tocsin.jobs.source;

import io.tocsin.mention.MentionParser;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.RawRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Parses a line as a mention; what is refused becomes a dead letter with its place. */
final class MentionLineDecoder implements LineDecoder<ParsedRecord> {
  private final long receivedAtMillis;
  private transient MentionParser parser;

  @SuppressWarnings("NullAway.Init")
  MentionLineDecoder(long receivedAtMillis) {
    this.receivedAtMillis = receivedAtMillis;
  }

  @Override
  public void open() {
    parser = new MentionParser();
  }

  @Override
  public ParsedRecord decode(byte[] line, String source, long offset) {
    return parser.parse(new RawRecord(line, source, 0, offset, receivedAtMillis));
  }

  @Override
  public TypeInformation<ParsedRecord> producedType() {
    return TypeInformation.of(ParsedRecord.class);
  }
}

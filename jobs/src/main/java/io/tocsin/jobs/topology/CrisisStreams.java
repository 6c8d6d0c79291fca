package io.tocsin.jobs.topology;

import io.tocsin.feed.FeedReport;
import io.tocsin.incident.AckReceipt;
import io.tocsin.incident.Incident;
import io.tocsin.kpi.Kpi;
import io.tocsin.mention.DeadLetter;
import io.tocsin.response.Page;
import io.tocsin.response.Redirect;
import io.tocsin.response.live.PlanReport;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.spike.BaselineRow;
import io.tocsin.spike.Spike;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Everything that leaves the crisis topology. */
public record CrisisStreams(
    DataStream<DeadLetter> deadLetters,
    DataStream<FeedReport> feed,
    DataStream<ScoredMention> scoredMentions,
    DataStream<Spike> spikes,
    DataStream<Incident> incidents,
    DataStream<AckReceipt> ackReceipts,
    DataStream<Page> pages,
    DataStream<Redirect> redirects,
    DataStream<Kpi> kpis,
    DataStream<BaselineRow> baselines,
    DataStream<PlanReport> planReports) {}

package io.tocsin.deploy.replay;

import io.tocsin.response.CrisisPlan;
import io.tocsin.scoring.NamedScorer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to replay.
 *
 * @param mentions file of one mention a line, in the order of time
 * @param receivedAtMillis when the mentions count as received, epoch milliseconds
 * @param plan the crisis plan
 * @param scorer tells how a mention feels
 * @param acks file of one acknowledgement a line, in the order of time; null for none
 * @param assignments file of one assignment a line, in the order of time; null for none
 * @param responses file of one response a line, in the order of time; null for none
 * @param out folder for what comes out
 * @param workFolder folder for the engine's own files
 * @param scored whether every scored mention is written too
 * @param kpiMillis how often, in event time, a KPI series that changed is written
 */
public record ReplayRequest(
    Path mentions,
    long receivedAtMillis,
    CrisisPlan plan,
    NamedScorer scorer,
    @Nullable Path acks,
    @Nullable Path assignments,
    @Nullable Path responses,
    Path out,
    Path workFolder,
    boolean scored,
    long kpiMillis) {}

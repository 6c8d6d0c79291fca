package io.tocsin.deploy.bench;

import io.tocsin.deploy.engine.ClusterSpec;
import io.tocsin.deploy.engine.EmbeddedCluster;
import io.tocsin.deploy.engine.RunningJob;
import io.tocsin.deploy.host.UserException;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.operator.PackedSerializer;
import io.tocsin.spike.DetectSpikesFunction;
import io.tocsin.spike.DetectionPlan;
import io.tocsin.spike.DetectorNews;
import io.tocsin.spike.DetectorPolicy;
import io.tocsin.window.Pane;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Many watches on RocksDB, through the job's own detection, each spoken of now and then. */
final class WatchBench {
  private static final int ANY_PORT = 0;
  private static final long SLIDE_MILLIS = 10_000;

  private final Path folder;
  private final int parallelism;
  private int runs;

  /**
   * A bench.
   *
   * @param folder where the cluster writes
   * @param parallelism subtasks that hold watches
   */
  WatchBench(Path folder, int parallelism) {
    this.folder = folder;
    this.parallelism = parallelism;
  }

  /**
   * Runs the load twice, first without watches.
   *
   * @throws UserException if a job fails
   */
  WatchResult measure(WatchLoad load) {
    ClusterSpec spec = new ClusterSpec(folder, 1, parallelism, ANY_PORT, null);
    try (EmbeddedCluster cluster = EmbeddedCluster.start(spec, EngineConfig.base())) {
      long bare = cpuNanos(run(cluster, load, false), Long.MAX_VALUE);
      try (StateFiles files = new StateFiles(folder)) {
        RunningJob job = run(cluster, load, true);
        long cpu = cpuNanos(job, accumulated(job, CountedLooks.TO_NANOS));
        long looks = accumulated(job, CountedLooks.LOOKS);
        return new WatchResult(load, looks, cpu, bare, files.mostBytes());
      }
    } catch (CompletionException e) {
      throw new UserException("the job failed: " + e.getCause(), e);
    }
  }

  /** CPU time of the measured part, up to now where nothing came after it. */
  private static long cpuNanos(RunningJob ended, long toNanos) {
    long to = Math.min(toNanos, CpuMeter.processNanos());
    return to - accumulated(ended, WatchPanes.FROM_NANOS);
  }

  private static long accumulated(RunningJob job, String name) {
    return job.accumulated(name, Long.class).join();
  }

  private RunningJob run(EmbeddedCluster cluster, WatchLoad load, boolean watched) {
    String name = "bench watches " + ++runs;
    StreamExecutionEnvironment env = cluster.environment(name);
    env.setParallelism(parallelism);
    DataStream<Pane> panes = panes(env, load);
    if (watched) {
      panes
          .keyBy(pane -> pane.watch().key())
          .connect(
              noNews(panes).broadcast(DetectSpikesFunction.FEED_GAPS, DetectSpikesFunction.PLAN))
          .process(new CountedLooks(detection(), load, SLIDE_MILLIS))
          .uid("watches")
          .sinkTo(new DiscardingSink<>())
          .uid("discard");
    } else {
      panes.keyBy(pane -> pane.watch().key()).sinkTo(new DiscardingSink<>()).uid("discard");
    }
    RunningJob job = cluster.submit(env, name);
    job.ended().join();
    return job;
  }

  private static DetectSpikesFunction detection() {
    return new DetectSpikesFunction(
        DetectorPolicy.standard(SLIDE_MILLIS), DetectionPlan.NONE, PackedSerializer::new);
  }

  /** The feed never stands still, but its watermarks count. */
  private static DataStream<DetectorNews> noNews(DataStream<Pane> panes) {
    return panes
        .flatMap((Pane pane, Collector<DetectorNews> out) -> {})
        .returns(TypeInformation.of(DetectorNews.class))
        .setParallelism(1)
        .uid("feed");
  }

  private static DataStream<Pane> panes(StreamExecutionEnvironment env, WatchLoad load) {
    return env.fromSource(
            new NumberSequenceSource(0, load.mentions() - 1),
            WatermarkStrategy.noWatermarks(),
            "Numbers",
            Types.LONG)
        .setParallelism(1)
        .uid("numbers")
        .flatMap(new WatchPanes(load, SLIDE_MILLIS))
        .returns(TypeInformation.of(Pane.class))
        .setParallelism(1)
        .uid("panes")
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Pane>forMonotonousTimestamps()
                .withTimestampAssigner((pane, unused) -> pane.startMillis()))
        .setParallelism(1)
        .uid("watermarks");
  }
}

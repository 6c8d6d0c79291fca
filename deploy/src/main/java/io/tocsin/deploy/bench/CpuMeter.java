package io.tocsin.deploy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** CPU time, which other programs on the machine disturb far less than the time on the wall. */
final class CpuMeter {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuMeter() {}

  /**
   * CPU time of this process so far, all its threads, nanoseconds: the job, the broker, the garbage
   * collector and the compiler.
   */
  static long processNanos() {
    return PROCESS.getProcessCpuTime();
  }

  /** CPU time of the calling thread so far, nanoseconds. */
  static long threadNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }
}

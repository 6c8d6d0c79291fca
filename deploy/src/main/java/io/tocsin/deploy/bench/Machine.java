package io.tocsin.deploy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the numbers were measured on. */
final class Machine {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";
  private static final long MIB = 1L << 20;

  private Machine() {}

  /** CPU, memory, JVM and operating system, a line each. */
  static List<String> lines() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return List.of(
        Texts.of(
            "machine  %s, %d cores, %,d MiB of memory, load average %.1f",
            cpuModel(CPU_INFO),
            system.getAvailableProcessors(),
            system.getTotalMemorySize() / MIB,
            system.getSystemLoadAverage()),
        Texts.of(
            "JVM      %s %s, heap of at most %,d MiB",
            System.getProperty("java.vm.name"),
            System.getProperty("java.vm.version"),
            Runtime.getRuntime().maxMemory() / MIB),
        Texts.of("system   %s %s, %s", system.getName(), system.getVersion(), system.getArch()));
  }

  /** The model that Linux tells; elsewhere there is no such file. */
  static String cpuModel(Path cpuInfo) {
    if (!Files.isReadable(cpuInfo)) {
      return "CPU of unknown model";
    }
    try (Stream<String> lines = Files.lines(cpuInfo)) {
      return lines
          .filter(line -> line.startsWith(MODEL) && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("CPU of unknown model");
    } catch (IOException e) {
      return "CPU of unknown model (" + e.getMessage() + ")";
    }
  }
}

package io.tocsin.deploy.replay;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.response.CrisisPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What plans that are compared are called: by their files, and by their versions where that helps.
 */
final class PlanNames {
  private PlanNames() {}

  /**
   * A name for each plan, fit for a folder.
   *
   * @throws BadInputException if two plans cannot be told apart
   */
  static List<String> of(List<Path> files, List<CrisisPlan> plans) {
    List<String> names = new ArrayList<>();
    List<String> stems = files.stream().map(PlanNames::stem).toList();
    for (int i = 0; i < files.size(); i++) {
      String stem = stems.get(i);
      boolean clear = stems.stream().filter(stem::equals).count() == 1;
      String name = clear ? stem : stem + "-" + fileSafe(plans.get(i).version());
      if (names.contains(name)) {
        throw new BadInputException(
            "two plans have the file name "
                + files.get(i).getFileName()
                + " and the version "
                + plans.get(i).version()
                + ": nothing tells them apart");
      }
      names.add(name);
    }
    return names;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String fileSafe(String version) {
    return version.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}

package io.tocsin.response.plan;

import io.tocsin.response.CareQueue;
import java.util.List;

/** Warns of backups below a queue's floor. */
final class SkillFloor {
  private SkillFloor() {}

  static void warn(CareQueue queue, Named backup, List<String> known) {
    List<String> lacking = queue.skills().stream().filter(skill -> !known.contains(skill)).toList();
    if (!lacking.isEmpty()) {
      backup
          .at()
          .warning(
              "'"
                  + backup.name()
                  + "' lacks "
                  + String.join(", ", lacking)
                  + ", which queue '"
                  + queue.name()
                  + "' asks for: nothing is moved there");
    }
  }
}

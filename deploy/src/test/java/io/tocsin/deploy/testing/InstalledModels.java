package io.tocsin.deploy.testing;

import io.tocsin.deploy.models.CoreNlpFolder;

/** Models that a test runs for real, as {@code deploy/tocsin models} installs them. */
public final class InstalledModels {
  private InstalledModels() {}

  /** CoreNLP's; the test goes no further where they are not installed. */
  public static CoreNlpFolder requireCoreNlp() {
    CoreNlpFolder folder = CoreNlpFolder.current();
    LeftOut.unless(folder.isUsable(), folder.missing(), LeftOut.inCi());
    return folder;
  }
}

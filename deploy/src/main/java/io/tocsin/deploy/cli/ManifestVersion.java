package io.tocsin.deploy.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar, and the Java it runs on. */
public final class ManifestVersion implements IVersionProvider {
  private static final String NOT_PACKAGED = "(not packaged)";

  @Override
  public String[] getVersion() {
    String version = ManifestVersion.class.getPackage().getImplementationVersion();
    return new String[] {
      "tocsin " + (version == null ? NOT_PACKAGED : version) + ", Java " + Runtime.version()
    };
  }
}

package io.tocsin.deploy.teacher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb {@code teach}. */
@Command(
    name = "teach",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    description = {
      "Uses e5, the slow and exact scorer, as a teacher of the fast one.",
      "",
      "  teach label   e5 labels texts softly: the fast model learns from that",
      "  teach head    e5 itself learns from texts that people labelled",
      ""
    },
    subcommands = {TeachLabelVerb.class, TeachHeadVerb.class})
public final class TeachCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  /** Without a verb there is nothing to run. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which verb: label or head?");
  }
}

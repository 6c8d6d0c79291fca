package io.tocsin.deploy.stack;

import io.tocsin.deploy.desk.Desk;
import io.tocsin.deploy.desk.DeskPlace;
import io.tocsin.deploy.desk.DeskSecrets;
import io.tocsin.deploy.desk.DeskSettings;
import io.tocsin.deploy.desk.ExamplesReader;
import io.tocsin.deploy.explain.IncidentExplainer;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.StopSignal;
import io.tocsin.jobs.config.InvalidOptionsException;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.response.delivery.DeskAccess;
import io.tocsin.response.secret.Secrets;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verb {@code desk}. */
@Command(
    name = "desk",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the desk alone, against a Kafka whose topics are there (see 'tocsin topics').",
      "It takes acknowledge links that are signed with the secret 'ack-links', which PagerJob must"
          + " find too, and actions of whoever shows the secret 'desk-token'."
    })
public final class DeskVerb implements Callable<Integer> {
  @Mixin private KafkaOption kafka = new KafkaOption();

  @Mixin private DeskOptions options = new DeskOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    DeskSettings settings = settings(System.getenv());
    StopSignal stop = StopSignal.install();
    try (ExamplesReader examples = IncidentExplainer.ifInstalled();
        Desk desk = Desk.start(settings, examples)) {
      PrintWriter terminal = spec.commandLine().getOut();
      terminal.println("  live page       " + desk.url());
      terminal.flush();
      stop.await(null);
      return 0;
    } catch (KafkaException e) {
      throw LocalStack.unusable(kafka.brokers(), e);
    }
  }

  /** What was asked for. */
  DeskSettings settings(Map<String, String> environment) {
    DeskPlace place = options.place();
    DeskAccess access = access();
    return DeskSettings.onLoopback(kafka.brokers(), place.port())
        .at(place)
        .withLinks(access.address(), new DeskSecrets(new Secrets(environment), access.keySecret()))
        .withSecondOpinion(options.secondOpinion());
  }

  /** By the rules of the jobs' own options. */
  private DeskAccess access() {
    try {
      return JobSettings.of(options.jobOptions()).pager().host().desk();
    } catch (InvalidOptionsException e) {
      throw new BadInputException(String.valueOf(e.getMessage()), e);
    }
  }
}

package io.tocsin.response.plan;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * From text to a tree of YAML nodes that know their place. Nothing is constructed from the nodes,
 * so no tag can name a class.
 */
final class YamlTree {
  private static final int DEEPEST = 20;
  private static final String NOT_YAML = "not YAML: ";

  private final StreamReader reader;
  private final PlacedEvents events;
  private final Composer composer;

  private YamlTree(String yaml) {
    reader = new StreamReader(yaml);
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    // The caller limits the size, AliasCheck what the aliases unfold to.
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    events = new PlacedEvents(new ParserImpl(reader, options));
    composer = new Composer(events, new Resolver(), options);
  }

  /** The document's root; null if the text is not one YAML document, which is then a problem. */
  static @Nullable Node compose(String yaml, Problems problems) {
    YamlTree tree = new YamlTree(yaml);
    try {
      Node root = tree.composer.getSingleNode();
      if (root == null) {
        problems.error(1, 1, "", "the file is empty");
        return null;
      }
      return AliasCheck.passes(root, problems) ? root : null;
    } catch (MarkedYAMLException e) {
      tree.report(e, problems);
    } catch (ReaderException e) {
      reportUnprintable(yaml, e, problems);
    } catch (YAMLException e) {
      problems.error(tree.events.line(), tree.events.column(), "", NOT_YAML + e.getMessage());
    } catch (IllegalArgumentException e) {
      // SnakeYAML 2.4 lets one out for the escape "\UFFFFFFFF".
      tree.reportBadEscape(e, problems);
    }
    return null;
  }

  private void report(MarkedYAMLException e, Problems problems) {
    String context = e.getContext() == null ? "" : e.getContext() + ", ";
    Mark mark = e.getProblemMark();
    int line = mark == null ? events.line() : mark.getLine() + 1;
    int column = mark == null ? events.column() : mark.getColumn() + 1;
    problems.error(line, column, "", NOT_YAML + context + e.getProblem());
  }

  private void reportBadEscape(IllegalArgumentException e, Problems problems) {
    String message = NOT_YAML + "bad escape, " + e.getMessage();
    problems.error(reader.getLine() + 1, reader.getColumn() + 1, "", message);
  }

  private static void reportUnprintable(String yaml, ReaderException e, Problems problems) {
    int end = yaml.offsetByCodePoints(0, e.getPosition());
    TextPlace place = TextPlace.after(yaml.substring(0, end));
    String message = NOT_YAML + "unprintable character " + OneLine.charted(e.getCodePoint());
    problems.error(place.line(), place.column(), "", message);
  }
}

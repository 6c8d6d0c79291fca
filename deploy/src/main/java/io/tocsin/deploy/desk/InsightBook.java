package io.tocsin.deploy.desk;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.window.ExamplePost;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What the examples of open incidents name. Each record of an incident brings a few posts; they are
 * gathered here, so that an incident is explained by all that it has shown. Used by one thread;
 * only results come from others.
 */
final class InsightBook {
  /** The latest examples of an incident are kept, and as many are read. */
  static final int MOST_POSTS = 50;

  static final int MOST_INCIDENTS = 1_000;

  /** What is known of one incident; changes in place, as posts come and are read. */
  private static final class Page {
    final String brand;
    final Map<String, ExamplePost> posts = new LinkedHashMap<>();
    boolean hasNews;
    boolean isBeingRead;
    @Nullable IncidentInsight insight;

    Page(String brand) {
      this.brand = brand;
    }

    void add(ExamplePost post) {
      if (posts.putIfAbsent(post.id(), post) == null) {
        hasNews = true;
      }
      if (posts.size() > MOST_POSTS) {
        posts.remove(posts.keySet().iterator().next());
      }
    }
  }

  private record Answer(String incidentId, @Nullable IncidentInsight insight) {}

  private final ExamplesReader reader;
  private final Map<String, Page> pages = new HashMap<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  InsightBook(ExamplesReader reader) {
    this.reader = reader;
  }

  /** Takes the examples of an incident; forgets one that is over. */
  void put(Incident incident) {
    if (incident.state() == IncidentState.RESOLVED) {
      pages.remove(incident.id());
    } else if (pages.size() < MOST_INCIDENTS || pages.containsKey(incident.id())) {
      Page page = pages.computeIfAbsent(incident.id(), id -> new Page(incident.brand()));
      incident.examples().forEach(page::add);
    }
  }

  /** Has those incidents read, in this order, that have posts which nobody read yet. */
  void ask(List<String> incidentIds) {
    for (String id : incidentIds) {
      Page page = pages.get(id);
      if (page != null && page.hasNews && !page.isBeingRead) {
        page.isBeingRead =
            reader.read(
                page.brand,
                List.copyOf(page.posts.values()),
                insight -> answers.add(new Answer(id, insight)));
        page.hasNews = !page.isBeingRead;
      }
    }
  }

  /** Takes what has been read since; returns whether there is something new to show. */
  boolean takeAnswers() {
    boolean news = false;
    for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
      Page page = pages.get(answer.incidentId());
      if (page != null) {
        page.isBeingRead = false;
        if (answer.insight() != null) {
          page.insight = answer.insight();
          news = true;
        }
      }
    }
    return news;
  }

  /** What the incident's posts name; null where that is not known. */
  @Nullable IncidentInsight of(String incidentId) {
    Page page = pages.get(incidentId);
    return page == null ? null : page.insight;
  }
}

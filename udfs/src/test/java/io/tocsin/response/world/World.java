package io.tocsin.response.world;

import io.tocsin.incident.AckReceipt;
import io.tocsin.incident.Incident;
import io.tocsin.incident.TrackedBrands;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Page;
import io.tocsin.response.PagedIncidents;
import io.tocsin.response.Redirect;
import io.tocsin.response.overflow.BalancedQueues;
import io.tocsin.response.overflow.QueueNews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that decides, from spikes to pages and valves, on one line of time; it may lose what it knows
 * and go on from how it stood before.
 */
final class World {
  /** What was told, in order. */
  final List<Incident> incidents = new ArrayList<>();

  final List<Page> pages = new ArrayList<>();
  final List<Redirect> redirects = new ArrayList<>();

  /** Each incident as it was told last. */
  final Map<String, Incident> latest = new TreeMap<>();

  private final List<Promise> promises;
  private final List<QueueNews> ofIncidents = new ArrayList<>();
  private final TrackedBrands brands;
  private final PagedIncidents paging;
  private final BalancedQueues queues;
  private CrisisPlan plan;

  /** Where it stood at one moment. */
  record Snapshot(
      CrisisPlan plan,
      int incidents,
      int pages,
      int redirects,
      TrackedBrands.Snapshot brands,
      Map<String, byte[]> paging,
      BalancedQueues.Snapshot queues) {}

  /** Begins with this plan; the promises see all that is told. */
  World(CrisisPlan first, List<Promise> promises) {
    this.promises = promises;
    plan = first;
    brands = new TrackedBrands(first.incidents(), this::tell, this::answer);
    paging = new PagedIncidents(first, this::page);
    queues = new BalancedQueues(first, this::turn);
    promises.forEach(promise -> promise.planned(first));
  }

  /** Takes what comes in, and before it all that is due before. */
  void take(Happening happening) throws Exception {
    until(happening.at().minusMillis(1));
    moment(happening);
  }

  /** Lets time go on to this moment. */
  void until(Instant end) throws Exception {
    long due = Math.min(brands.dueMillis(), paging.dueMillis());
    while (due <= end.toEpochMilli()) {
      moment(Happening.nothing(Instant.ofEpochMilli(due)));
      due = Math.min(brands.dueMillis(), paging.dueMillis());
    }
  }

  private void moment(Happening happening) throws Exception {
    Instant now = happening.at();
    if (happening.plan() != null) {
      follow(happening.plan(), now);
    }
    happening.news().forEach(news -> promises.forEach(promise -> promise.heard(news)));
    brands.at(now, happening.spikes(), happening.acks());
    paging.at(now);
    List<QueueNews> news = new ArrayList<>(ofIncidents);
    news.addAll(happening.news());
    ofIncidents.clear();
    if (!happening.isNothing() || !news.isEmpty()) {
      queues.at(now, news);
    }
    promises.forEach(promise -> promise.moment(now));
  }

  private void follow(CrisisPlan heard, Instant now) {
    plan = heard;
    promises.forEach(promise -> promise.planned(heard));
    paging.follow(heard);
    queues.follow(heard);
    brands.follow(heard.incidents(), now);
  }

  /** Forgets what was answered long ago. */
  void sweep(Instant now) throws Exception {
    queues.sweep(now);
  }

  private void tell(Incident incident) {
    incidents.add(incident);
    latest.put(incident.id(), incident);
    promises.forEach(promise -> promise.told(incident));
    ofIncidents.add(QueueNews.of(incident));
    paging.take(incident);
  }

  private void answer(AckReceipt receipt) {
    promises.forEach(promise -> promise.answered(receipt));
  }

  private void page(Page page) {
    pages.add(page);
    promises.forEach(promise -> promise.paged(page));
  }

  private void turn(Redirect redirect) {
    redirects.add(redirect);
    promises.forEach(promise -> promise.turned(redirect));
  }

  /** How many books are left in which something is known. */
  int leftovers() {
    return brands.leftovers() + paging.leftovers() + queues.leftovers();
  }

  /** How it stands. */
  Snapshot snapshot() {
    return new Snapshot(
        plan,
        incidents.size(),
        pages.size(),
        redirects.size(),
        brands.snapshot(),
        paging.snapshot(),
        queues.snapshot());
  }

  /** Loses all that it learned since; what it told since will be told again. */
  void crash(Snapshot before) {
    forgetFrom(before.incidents(), incidents);
    forgetFrom(before.pages(), pages);
    forgetFrom(before.redirects(), redirects);
    plan = before.plan();
    brands.restore(before.brands());
    paging.restore(before.paging(), plan);
    queues.restore(before.queues());
  }

  private static void forgetFrom(int size, List<?> told) {
    told.subList(size, told.size()).clear();
  }
}

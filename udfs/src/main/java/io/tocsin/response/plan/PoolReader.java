package io.tocsin.response.plan;

import io.tocsin.response.BackupPool;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The backup pools of one brand after another. */
final class PoolReader {
  static final int MOST_MENTIONS = 1_000_000;
  private static final int MOST_HEADS = 100_000;

  /** How old a training may be; what people have not done for longer they have to learn anew. */
  private static final long TRAINED_FOR_DAYS = 365;

  private record FirstPool(String pool, int line) {}

  private final Responders responders;
  private final Map<String, FirstPool> poolsOfPeople = new HashMap<>();

  PoolReader(Responders responders) {
    this.responders = responders;
  }

  List<BackupPool> read(@Nullable YamlValue list, Once names) {
    List<BackupPool> pools = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      BackupPool pool = pool(item, names);
      if (pool != null) {
        pools.add(pool);
      }
    }
    return List.copyOf(pools);
  }

  private @Nullable BackupPool pool(YamlValue item, Once names) {
    YamlFields fields = item.fields("pool", "people", "heads", "capacity", "skills", "department");
    Named name = fields.named("pool", TextForm.POOL);
    List<String> people = people(name, fields.optional("people"));
    int heads = heads(fields, people);
    List<String> skills = skills(fields, people);
    int capacity = capacity(fields.required("capacity"));
    var department = responders.departments().value(fields.optional("department"));
    if (name == null) {
      return null;
    }
    names.take(name);
    warnOfUntrained(name, people);
    return new BackupPool(name.name(), capacity, heads, people, skills, department);
  }

  /** Unanswered mentions that a place can take; nobody needs one that takes none. */
  static int capacity(@Nullable YamlValue value) {
    int capacity = value == null ? 0 : value.wholeNumber(0, MOST_MENTIONS, 1);
    if (value != null && capacity == 0) {
      value.warning("can take nothing");
    }
    return capacity;
  }

  private List<String> people(@Nullable Named pool, @Nullable YamlValue list) {
    Once once = new Once("person");
    List<String> people = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      String person = responders.people().name(item);
      if (person != null && once.take(new Named(person, item))) {
        people.add(person);
        warnOfSecondPool(pool == null ? "" : pool.name(), new Named(person, item));
      }
    }
    return List.copyOf(people);
  }

  private void warnOfSecondPool(String pool, Named person) {
    FirstPool here = new FirstPool(pool, person.at().line());
    FirstPool first = poolsOfPeople.putIfAbsent(person.name(), here);
    if (first != null) {
      person
          .at()
          .warning(
              "'"
                  + person.name()
                  + "' stands in pool '"
                  + first.pool
                  + "' too (line "
                  + first.line
                  + "), and can help in one of them at a time");
    }
  }

  private static int heads(YamlFields fields, List<String> people) {
    YamlValue heads = fields.optional("heads");
    boolean named = fields.optional("people") != null;
    if (fields.readable() && named == (heads != null)) {
      fields.owner().error("names " + (named ? 2 : 0) + " of people and heads; it must name one");
    }
    return heads == null ? people.size() : heads.wholeNumber(1, MOST_HEADS, 1);
  }

  /** What is written; where nothing is, what all of its people know. */
  private List<String> skills(YamlFields fields, List<String> people) {
    YamlValue list = fields.optional("skills");
    if (list == null) {
      return common(people);
    }
    List<Named> skills = TermsReader.terms(fields, "skills", TextForm.SKILL);
    for (Named skill : skills) {
      people.stream()
          .filter(person -> !training(person).skills().contains(skill.name()))
          .forEach(person -> skill.at().warning("'" + person + "' does not know " + skill.name()));
    }
    return TermsReader.names(skills);
  }

  private List<String> common(List<String> people) {
    return people.isEmpty()
        ? List.of()
        : training(people.get(0)).skills().stream()
            .filter(
                skill ->
                    people.stream().allMatch(person -> training(person).skills().contains(skill)))
            .toList();
  }

  private Training training(String person) {
    return Objects.requireNonNullElse(
        responders.training().get(person), new Training(List.of(), null));
  }

  private void warnOfUntrained(Named pool, List<String> people) {
    LocalDate today = responders.today();
    if (today == null || people.isEmpty()) {
      return;
    }
    LocalDate oldest = today.minusDays(TRAINED_FOR_DAYS);
    boolean anyTrained =
        people.stream()
            .map(person -> training(person).trained())
            .anyMatch(trained -> trained != null && !trained.isBefore(oldest));
    if (!anyTrained) {
      pool.at().warning("nobody in pool '" + pool.name() + "' was trained since " + oldest);
    }
  }
}

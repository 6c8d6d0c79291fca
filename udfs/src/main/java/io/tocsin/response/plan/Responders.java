package io.tocsin.response.plan;

import io.tocsin.response.Contact;
import io.tocsin.response.Department;
import io.tocsin.response.OnCall;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom the brands' rules may name.
 *
 * @param people the plan's people
 * @param rotas the plan's rotas
 * @param departments the plan's departments
 * @param training what each person knows
 * @param today up to when people were trained; null where that does not matter
 */
record Responders(
    Register<Contact> people,
    Register<OnCall> rotas,
    Register<Department> departments,
    Map<String, Training> training,
    @Nullable LocalDate today) {
  static Responders read(YamlFields plan, @Nullable LocalDate today) {
    Register<Department> departments = DepartmentsReader.read(plan.optional("departments"));
    PeopleReader reader = new PeopleReader(departments);
    Register<Contact> people = reader.read(plan.optional("people"));
    Register<OnCall> rotas = RotaReader.read(plan.optional("rotas"), people);
    return new Responders(people, rotas, departments, reader.training(), today);
  }

  /** Warns of those that nothing pages. */
  void warnOfIdle() {
    people.warnOfIdle("is paged by no rule and stands in no rota or pool");
    rotas.warnOfIdle("is paged by no rule");
  }
}

package io.tocsin.response.plan;

import io.tocsin.response.Contact;
import io.tocsin.response.OnCall;

/**
 * Whom the brands' rules may name.
 *
 * @param people the plan's people
 * @param rotas the plan's rotas
 */
record Responders(Register<Contact> people, Register<OnCall> rotas) {
  static Responders read(YamlFields plan) {
    Register<Contact> people = PeopleReader.read(plan.optional("people"));
    return new Responders(people, RotaReader.read(plan.optional("rotas"), people));
  }

  /** Warns of those that nothing pages. */
  void warnOfIdle() {
    people.warnOfIdle("is paged by no rule and stands in no rota");
    rotas.warnOfIdle("is paged by no rule");
  }
}

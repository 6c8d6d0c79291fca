package io.tocsin.deploy.demo;

import io.tocsin.response.BrandPlan;
import io.tocsin.response.Contact;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.OnCall;
import io.tocsin.response.PageAddress;
import io.tocsin.response.PageTarget;
import io.tocsin.response.PagingRule;
import io.tocsin.response.Responder;
import io.tocsin.response.Transport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Points every webhook of a plan at the demo's own phone, whatever port that has. */
final class RingsThePhone {
  private RingsThePhone() {}

  static CrisisPlan in(CrisisPlan plan, String phoneUrl) {
    List<BrandPlan> brands =
        plan.brands().stream().map(brand -> withPaging(brand, phoneUrl)).toList();
    Contact lastResort = plan.lastResort();
    return new CrisisPlan(
        plan.version(),
        brands,
        lastResort == null ? null : contact(lastResort, phoneUrl),
        plan.drillReceivers().stream().map(target -> target(target, phoneUrl)).toList());
  }

  private static BrandPlan withPaging(BrandPlan brand, String phoneUrl) {
    List<PagingRule> paging =
        brand.paging().stream()
            .map(rule -> rule.to(responder(rule.responder(), phoneUrl)))
            .toList();
    return brand.withPaging(paging);
  }

  private static Responder responder(Responder responder, String phoneUrl) {
    if (responder instanceof OnCall onCall) {
      Map<String, Contact> people = new HashMap<>(onCall.people());
      people.replaceAll((name, person) -> contact(person, phoneUrl));
      return new OnCall(onCall.rota(), people);
    }
    return contact((Contact) responder, phoneUrl);
  }

  private static Contact contact(Contact contact, String phoneUrl) {
    return new Contact(target(contact.target(), phoneUrl), contact.quietHours());
  }

  private static PageTarget target(PageTarget target, String phoneUrl) {
    List<PageAddress> addresses =
        target.addresses().stream().map(address -> address(address, phoneUrl)).toList();
    return new PageTarget(target.name(), addresses);
  }

  private static PageAddress address(PageAddress address, String phoneUrl) {
    return address.transport() == Transport.WEBHOOK
        ? new PageAddress(Transport.WEBHOOK, phoneUrl, address.secret())
        : address;
  }
}

package io.tocsin.response.plan;

import io.tocsin.response.PageAddress;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import io.tocsin.response.Transport.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a name is reached: an address, and others for when it fails. */
final class TargetReader {
  /** Fields of an address, which stand beside the name. */
  static final List<String> FIELDS = List.of("transport", "url", "secret", "fallback");

  private TargetReader() {}

  /** The target; null if its name is null or something is wrong. */
  static @Nullable PageTarget read(YamlFields fields, @Nullable Named name) {
    PageAddress first = address(fields);
    YamlValue fallback = fields.optional("fallback");
    List<PageAddress> addresses =
        fallback == null ? new ArrayList<>() : addresses(fallback, PageTarget.MOST_FALLBACKS);
    if (name == null || first == null) {
      return null;
    }
    addresses.add(0, first);
    return new PageTarget(name.name(), List.copyOf(addresses));
  }

  /** The same of a person, who may have a list of contact points instead. */
  static @Nullable PageTarget readPerson(YamlFields fields, @Nullable Named name) {
    YamlValue contacts = fields.optional("contacts");
    if (contacts == null) {
      return read(fields, name);
    }
    FIELDS.stream()
        .map(fields::optional)
        .filter(Objects::nonNull)
        .forEach(value -> value.error("stands beside contacts; write it there"));
    if (contacts.isEmptyList()) {
      contacts.error("has no contact point");
    }
    List<PageAddress> addresses = addresses(contacts, 1 + PageTarget.MOST_FALLBACKS);
    return name == null || addresses.isEmpty()
        ? null
        : new PageTarget(name.name(), List.copyOf(addresses));
  }

  private static List<PageAddress> addresses(YamlValue list, int most) {
    List<PageAddress> addresses = new ArrayList<>();
    List<YamlValue> items = list.items();
    if (items.size() > most) {
      list.error("has " + items.size() + " addresses, " + most + " at most");
    }
    for (YamlValue item : items) {
      PageAddress address = address(item.fields("transport", "url", "secret"));
      if (address != null) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  private static @Nullable PageAddress address(YamlFields fields) {
    Transport transport = fields.word("transport", Transport.class);
    if (transport == null) {
      return null;
    }
    YamlValue url = part(fields, "url", transport, transport.url());
    YamlValue secret = part(fields, "secret", transport, transport.secret());
    return new PageAddress(
        transport,
        url == null ? null : url(transport, url),
        secret == null ? null : secret.text(TextForm.SECRET));
  }

  private static @Nullable String url(Transport transport, YamlValue value) {
    return transport == Transport.EMAIL ? Mailbox.read(value) : PageUrl.read(value);
  }

  private static @Nullable YamlValue part(
      YamlFields fields, String key, Transport transport, Part need) {
    YamlValue value = need == Part.REQUIRED ? fields.required(key) : fields.optional(key);
    if (value != null && need == Part.NONE) {
      value.error(EnumWords.of(transport) + " has no " + key);
      return null;
    }
    return value;
  }
}

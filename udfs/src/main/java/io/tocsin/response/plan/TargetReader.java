package io.tocsin.response.plan;

import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import org.jspecify.annotations.Nullable;

/** How a name is reached: its transport and address. */
final class TargetReader {
  private TargetReader() {}

  /** The target; null if its name is null or something is wrong. */
  static @Nullable PageTarget read(YamlFields fields, @Nullable Named name) {
    Transport transport = fields.word("transport", Transport.class);
    String url = url(fields, transport);
    return name == null || transport == null ? null : new PageTarget(name.name(), transport, url);
  }

  private static @Nullable String url(YamlFields fields, @Nullable Transport transport) {
    boolean needed = transport == Transport.WEBHOOK;
    YamlValue value = needed ? fields.required("url") : fields.optional("url");
    if (value != null && transport == Transport.CONSOLE) {
      value.error("console has no address; did you mean transport webhook?");
    }
    return value == null ? null : PageUrl.read(value);
  }
}

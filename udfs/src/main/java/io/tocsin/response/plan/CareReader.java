package io.tocsin.response.plan;

import io.tocsin.response.BackupPool;
import io.tocsin.response.BrandCare;
import io.tocsin.response.CareAccount;
import io.tocsin.response.Guidelines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who answers what is said of a brand, one brand after another; it remembers those before. */
final class CareReader {
  private final Responders responders;
  private final PoolReader pools;

  CareReader(Responders responders) {
    this.responders = responders;
    this.pools = new PoolReader(responders);
  }

  BrandCare read(YamlFields fields) {
    Once names = new Once("queue or pool");
    List<BackupPool> backups = pools.read(fields.optional("pools"), names);
    return new BrandCare(
        accounts(fields.optional("accounts")),
        new QueueReader(responders, names, backups).read(fields.optional("queues")),
        backups,
        guidelines(fields.optional("guidelines")));
  }

  private List<CareAccount> accounts(@Nullable YamlValue list) {
    Once once = new Once("account");
    List<CareAccount> accounts = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      YamlFields fields = item.fields("account", "channel", "department");
      Named handle = fields.named("account", TextForm.HANDLE);
      Named channel = fields.named("channel", TextForm.CHANNEL);
      var owner = responders.departments().value(fields.optional("department"));
      if (handle != null && channel != null) {
        once.take(new Named(handle.name() + " on " + channel.name(), handle.at()));
        accounts.add(new CareAccount(handle.name(), channel.name(), owner));
      }
    }
    return List.copyOf(accounts);
  }

  private static Guidelines guidelines(@Nullable YamlValue value) {
    if (value == null) {
      return Guidelines.NONE;
    }
    YamlFields fields = value.fields("do", "dont", "links");
    return new Guidelines(
        lines(fields.optional("do")),
        lines(fields.optional("dont")),
        links(fields.optional("links")));
  }

  private static List<String> lines(@Nullable YamlValue list) {
    List<String> lines = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      String line = item.text(TextForm.GUIDELINE);
      if (line != null) {
        lines.add(line);
      }
    }
    return List.copyOf(lines);
  }

  private static List<String> links(@Nullable YamlValue list) {
    List<String> links = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      String link = PageUrl.read(item);
      if (link != null) {
        links.add(link);
      }
    }
    return List.copyOf(links);
  }
}

package io.tocsin.deploy.engine;

import io.tocsin.deploy.host.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.plugin.DefaultPluginManager;
import org.apache.flink.core.plugin.DirectoryBasedPluginFinder;
import org.apache.flink.core.plugin.PluginDescriptor;
import org.apache.flink.core.plugin.PluginManager;

/** Flink plugins, each with a class loader of its own. */
final class Plugins {
  private Plugins() {}

  static PluginManager none(Configuration settings) {
    return managerOf(List.of(), settings);
  }

  /**
   * Finds the plugins in a folder.
   *
   * @throws UserException if the folder is missing or holds a plugin without a jar
   */
  static PluginManager in(Path folder, Configuration settings) {
    try {
      return managerOf(new DirectoryBasedPluginFinder(folder).findPlugins(), settings);
    } catch (IOException | RuntimeException e) {
      throw new UserException("no Flink plugins in " + folder + ": build the project first", e);
    }
  }

  private static PluginManager managerOf(
      Collection<PluginDescriptor> plugins, Configuration settings) {
    return new DefaultPluginManager(
        plugins, CoreOptions.getPluginParentFirstLoaderPatterns(settings));
  }
}

package io.tocsin.deploy.demo;

import io.tocsin.scoring.ScorerFactory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the demo may be told.
 *
 * @param port of the live page; 0 for any that is free
 * @param plugins folder of Flink's plugins; null for no metrics of the engine
 * @param secondOpinion opens the slow scorer of the desk; null for none
 */
record DemoSettings(int port, @Nullable Path plugins, @Nullable ScorerFactory secondOpinion) {}

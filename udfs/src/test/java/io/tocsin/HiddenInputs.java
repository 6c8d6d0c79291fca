package io.tocsin;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Calls, and references to methods, that bring in the time or chance without an argument for it.
 */
final class HiddenInputs {
  private static final List<Class<?>> UNSEEDED = List.of(Random.class, SplittableRandom.class);

  private HiddenInputs() {}

  /**
   * {@code Instant.now()}, {@code System.currentTimeMillis()}, {@code Clock.systemUTC()}, {@code
   * new Date()}.
   */
  static boolean isAClock(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    JavaClass owner = target.getOwner();
    String name = target.getName();
    return (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
        || (owner.isEquivalentTo(Clock.class)
            && (name.startsWith("system") || name.startsWith("tick")))
        || (owner.isEquivalentTo(Date.class) && isWithoutArguments(target, "<init>"))
        || (owner.getPackageName().startsWith("java.time") && isNowOfNoClock(target));
  }

  /**
   * {@code Math.random()}, {@code new Random()}, {@code UUID.randomUUID()} and the thread's own.
   */
  static boolean isChance(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    JavaClass owner = target.getOwner();
    String name = target.getName();
    return (name.equals("random") && owner.isEquivalentTo(Math.class))
        || (name.equals("randomUUID") && owner.isEquivalentTo(UUID.class))
        || (name.equals("current") && owner.isEquivalentTo(ThreadLocalRandom.class))
        || (UNSEEDED.stream().anyMatch(owner::isEquivalentTo)
            && isWithoutArguments(target, "<init>"));
  }

  private static boolean isNowOfNoClock(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget called
        && called.getName().equals("now")
        && called.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean isWithoutArguments(AccessTarget target, String name) {
    return target instanceof CodeUnitAccessTarget called
        && called.getName().equals(name)
        && called.getRawParameterTypes().isEmpty();
  }
}

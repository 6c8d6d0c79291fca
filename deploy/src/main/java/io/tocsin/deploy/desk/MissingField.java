package io.tocsin.deploy.desk;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a record read from JSON lacks. Absent fields are read as null; whether null is allowed
 * is what the record's own {@link Nullable} says.
 */
final class MissingField {
  /** The virtual machine makes them anew whenever it is asked. */
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private MissingField() {}

  /** The path of the first absent field that is needed: {@code target.name}; null if none is. */
  static @Nullable String in(Object value) {
    if (value instanceof Record fields) {
      return inRecord(fields);
    }
    return value instanceof Collection<?> elements ? inElements(elements) : null;
  }

  private static @Nullable String inRecord(Record fields) {
    for (RecordComponent component : COMPONENTS.get(fields.getClass())) {
      Object value = read(fields, component);
      if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        return component.getName();
      }
      String inside = value == null ? null : in(value);
      if (inside != null) {
        return component.getName() + "." + inside;
      }
    }
    return null;
  }

  private static @Nullable String inElements(Collection<?> elements) {
    for (Object element : elements) {
      String inside = element == null ? "element" : in(element);
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  private static @Nullable Object read(Record fields, RecordComponent component) {
    try {
      return component.getAccessor().invoke(fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not readable: " + component, e);
    }
  }
}

package io.tocsin.response.plan;

import io.tocsin.response.Department;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The departments of the company. */
final class DepartmentsReader {
  private DepartmentsReader() {}

  static Register<Department> read(@Nullable YamlValue list) {
    Register<Department> register = new Register<>("department");
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      YamlFields fields = item.fields("department", "name");
      Named key = fields.named("department", TextForm.DEPARTMENT_KEY);
      if (key != null) {
        String name = fields.text("name", TextForm.DISPLAY_NAME, key.name());
        register.define(key, new Department(key.name(), name));
      }
    }
    return register;
  }
}

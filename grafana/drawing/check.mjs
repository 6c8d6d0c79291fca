// Writes each dashboard of a folder as a literal of the type that Grafana gives to dashboards, for tsc to check.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
const checked = join("src", "checked");
mkdirSync(checked, { recursive: true });
for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  const literal = readFileSync(join(folder, file), "utf8");
  const code = `import type { DashboardFile } from "../schema";\n\nexport const dashboard: DashboardFile = ${literal}`;
  writeFileSync(join(checked, file.replace(/json$/, "ts")), code);
}

import { cpSync } from "node:fs";
import { defineConfig } from "vite";

/** Grafana's components ask for their icons where Grafana's server has them. */
const icons = {
  name: "icons",
  closeBundle: () => cpSync("node_modules/@grafana/ui/dist/public", "dist/public/build", { recursive: true }),
};

export default defineConfig({
  esbuild: { jsx: "automatic" },
  build: { chunkSizeWarningLimit: 20000, reportCompressedSize: false },
  logLevel: "warn",
  plugins: [icons],
});

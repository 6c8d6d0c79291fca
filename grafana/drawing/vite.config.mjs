import { defineConfig } from "vite";

export default defineConfig({
  esbuild: { jsx: "automatic" },
  // Only what a test asks for is served: no source maps, no splitting.
  build: { chunkSizeWarningLimit: 20000, reportCompressedSize: false },
  logLevel: "warn",
});

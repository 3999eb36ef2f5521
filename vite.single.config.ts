import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { singleFile } from "./src/build/singleFile.ts";
import { compiledMessages, withoutUnusedControls } from "./vite.config.ts";

/** The page as one file; the mode tells the code to read its data from there. */
export default defineConfig({
  mode: "single",
  base: "./",
  publicDir: false,
  css: { postcss: { plugins: [withoutUnusedControls()] } },
  plugins: [react(), compiledMessages(), viteSingleFile(), singleFile()],
  build: {
    target: "es2022",
    outDir: "dist-single",
    // The same file is also put beside the many-file build.
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});

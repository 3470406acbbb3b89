// Copies what browsers need from node_modules to wwwroot/lib, without the pointer to a source map that is not shipped.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const files = {
  "node_modules/@microsoft/signalr/dist/browser/signalr.min.js": "wwwroot/lib/signalr/signalr.min.js",
};

for (const [from, to] of Object.entries(files)) {
  mkdirSync(new URL(".", new URL(to, import.meta.url)), { recursive: true });
  const script = readFileSync(new URL(from, import.meta.url), "utf8");
  writeFileSync(new URL(to, import.meta.url), script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"));
  console.log(to);
}

// Copies what browsers need from node_modules to wwwroot/lib, without the pointer to a source map that is not shipped, and with imports of each
// other by the names that they have here.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const files = {
  "node_modules/@microsoft/signalr/dist/browser/signalr.min.js": "wwwroot/lib/signalr/signalr.min.js",
  "node_modules/@floating-ui/core/dist/floating-ui.core.browser.min.mjs": "wwwroot/lib/floating-ui/core.js",
  "node_modules/@floating-ui/dom/dist/floating-ui.dom.browser.min.mjs": "wwwroot/lib/floating-ui/dom.js",
  "node_modules/@floating-ui/dom/LICENSE": "wwwroot/lib/floating-ui/LICENSE",
};

for (const [from, to] of Object.entries(files)) {
  mkdirSync(new URL(".", new URL(to, import.meta.url)), { recursive: true });
  const script = readFileSync(new URL(from, import.meta.url), "utf8");
  writeFileSync(new URL(to, import.meta.url), script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n").replaceAll('"@floating-ui/core"', '"./core.js"'));
  console.log(to);
}

// Writes tokens.css: the custom properties of the Digital Agency's design tokens
// that our CSS uses, and no others. Run when a partial uses a new one:
//   npm pack @digital-go-jp/design-tokens@1.1.9 && tar xzf digital-go-jp-*.tgz
//   node style/tokens.mjs package
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const style = dirname(fileURLToPath(import.meta.url));
const [unpacked] = process.argv.slice(2);
if (!unpacked) {
  console.error("usage: node style/tokens.mjs FOLDER_OF_THE_UNPACKED_PACKAGE");
  process.exit(2);
}

const { name, version, license } = JSON.parse(readFileSync(join(unpacked, "package.json"), "utf8"));
const known = new Map(
  [...readFileSync(join(unpacked, "dist", "tokens.css"), "utf8").matchAll(/^\s*(--[\w-]+):\s*(.+);$/gm)]
    .map(([, key, value]) => [key, value]),
);

const partials = readdirSync(style, { recursive: true })
  .filter((path) => path.endsWith(".css") && path !== "tokens.css")
  .map((path) => readFileSync(join(style, path), "utf8"))
  .join("\n");

const own = new Set([...partials.matchAll(/^\s*(--[\w-]+):/gm)].map(([, key]) => key));
const used = new Set();
const take = (text) => {
  for (const [, key] of text.matchAll(/var\((--[\w-]+)/g)) {
    if (own.has(key) || used.has(key)) continue;
    if (!known.has(key)) throw new Error(`${key} is neither ours nor a token`);
    used.add(key);
    take(known.get(key));
  }
};
take(partials);

const lines = [...known].filter(([key]) => used.has(key)).map(([key, value]) => `  ${key}: ${value};`);
const head = `/* Written by tokens.mjs from ${name} ${version} (${license}, Copyright (c) 2023 デジタル庁). */`;
writeFileSync(join(style, "tokens.css"), `${head}\n\n:root {\n${lines.join("\n")}\n}\n`);
console.log(`${lines.length} tokens`);

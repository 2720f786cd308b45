// Times alex and write-good on text files, one process: node lint.mjs NODE_MODULES FILE...
// Prints one JSON line a tool: {"name", "files", "seconds"}; the first file warms up and is not counted.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, ...files] = process.argv.slice(2);
const texts = files.map((file) => readFileSync(file, "utf8"));

function time(name, check) {
  check(texts[0]);
  const begin = process.hrtime.bigint();
  for (const text of texts.slice(1)) check(text);
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  console.log(JSON.stringify({ name, files: texts.length - 1, seconds }));
}

const { markdown } = await import(pathToFileURL(`${modules}/alex/index.js`));
time("alex", (text) => markdown(text).messages);
const writeGood = createRequire(`${modules}/`)("write-good");
time("write-good", (text) => writeGood(text));

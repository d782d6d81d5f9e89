// Times the file check in WebAssembly: first call and best of fifty.
// node file_check.cjs MODULE FILE
const { readFileSync } = require('node:fs');
const { check } = require(require('node:path').resolve(process.argv[2]));

const bytes = readFileSync(process.argv[3]);
const once = () => {
  const start = process.hrtime.bigint();
  const findings = check(bytes);
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, findings };
};
const first = once();
const best = Math.min(...Array.from({ length: 50 }, () => once().ms));
console.log(JSON.stringify({ first: first.ms, best, findings: first.findings }));

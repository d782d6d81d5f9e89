// Reads the list in WebAssembly: what it gets right, and the median time.
// node list.cjs MODULE LIST
const { readFileSync } = require('node:fs');
const { List } = require(require('node:path').resolve(process.argv[2]));

const lines = readFileSync(process.argv[3], 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const list = new List(lines.map((line) => line.input).join('\n'), '2026-11-22');
const isDate = (told) => /^\d{4}-\d{2}-\d{2}$/.test(told);

const told = lines.map((_, place) => list.verdict(place));
const right = lines.filter(({ want }, place) => (want === null ? !isDate(told[place]) : told[place] === want)).length;
const refused = lines.filter(({ want }, place) => want !== null && !isDate(told[place])).length;

const times = 2000;
const once = (place) => {
  const start = process.hrtime.bigint();
  list.parse(place, times);
  return Number(process.hrtime.bigint() - start) / times;
};
lines.forEach((_, place) => list.parse(place, 200));
const sorted = lines.map((_, place) => once(place)).sort((a, b) => a - b);
const row = [right, lines.length - right - refused, refused].map((count, at) => String(count).padStart(at === 2 ? 9 : 7));
console.log('shinsei rules::BirthDate in WebAssembly'.padEnd(42) + row.join('') + sorted[500].toFixed(0).padStart(11));

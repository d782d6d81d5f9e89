// Reads the list with the JavaScript parser: peers.cjs FOLDER_OF_KOYOMI LIST
const { readFileSync } = require('node:fs');
const koyomi = require(process.argv[2]);

const lines = readFileSync(process.argv[3], 'utf8').trim().split('\n').map((line) => JSON.parse(line));

/** The day in ISO form, or null. */
function told(text) {
  try {
    const day = koyomi.toDatetime(text);
    const two = (number) => String(number).padStart(2, '0');
    return day && `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  } catch {
    return null; // a peer that breaks refuses
  }
}

/** Nanoseconds for one parse, the best of five. */
function timed(text) {
  let best = Infinity;
  for (let round = 0; round < 5; round += 1) {
    const start = process.hrtime.bigint();
    try {
      koyomi.toDatetime(text);
    } catch {
      // counted all the same
    }
    best = Math.min(best, Number(process.hrtime.bigint() - start));
  }
  return best;
}

const days = lines.map(({ input, want }) => ({ day: told(input), want }));
const right = days.filter(({ day, want }) => day === want).length;
const refused = days.filter(({ day, want }) => day === null && want !== null).length;
const median = lines.map(({ input }) => timed(input)).sort((a, b) => a - b)[Math.floor(lines.length / 2)];
const row = [right, lines.length - right - refused, refused].map((count, at) => String(count).padStart(at === 2 ? 9 : 7));
console.log('koyomi 0.5 (JavaScript)'.padEnd(42) + row.join('') + String(median).padStart(11));

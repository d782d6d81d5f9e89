// Runs the tests named, or all, one after the other, and prints what was measured.
// node main.mjs [TEST…]; `.make/soak.sh` sets up what they stand on.
import * as bombs from './bombs.mjs';
import * as clocks from './clocks.mjs';
import * as crashes from './crashes.mjs';
import * as faults from './faults.mjs';
import * as floods from './floods.mjs';
import * as guards from './guards.mjs';
import * as loads from './loads.mjs';
import * as photos from './photos.mjs';
import * as places from './places.mjs';
import * as proxies from './proxies.mjs';
import * as variants from './variants.mjs';

const files = [loads, photos, faults, crashes, clocks, guards, bombs, places, floods, variants, proxies];
const tests = Object.entries(Object.assign({}, ...files)).filter(([, test]) => test.run);
const wanted = process.argv.slice(2);
let failed = 0;
const lines = ['| test | what | to pass | measured | |', '|---|---|---|---|---|'];
for (const [name, test] of tests.sort(([one], [other]) => one.localeCompare(other))) {
  if (wanted.length && !wanted.includes(name)) continue;
  console.error(`==> ${name}: ${test.what}`);
  const began = performance.now();
  let result;
  try {
    result = await test.run();
  } catch (problem) {
    result = { wrong: [problem.stack.split('\n').slice(0, 3).join(' ')], facts: {} };
  }
  const facts = { ...result.facts, 'seconds in all': ((performance.now() - began) / 1000).toFixed(0) };
  const told = Object.entries(facts).map(([what, value]) =>
    `${what}: ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  if (result.wrong.length) failed += 1;
  lines.push(`| ${name} | ${test.what} | ${test.pass} | ${told.join('; ')} | ${result.wrong.join('; ') || 'passed'} |`);
  console.error(lines.at(-1));
}
console.log(lines.join('\n'));
process.exit(failed ? 1 : 0);

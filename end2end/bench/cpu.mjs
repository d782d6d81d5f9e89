// Processor time of a browser: wall time says little on a shared machine.
import { readdir, readFile } from 'node:fs/promises';

/** Milliseconds that a process and all it started have used, in steps of 10. */
export async function cpu(root) {
  const processes = new Map();
  for (const id of await readdir('/proc')) {
    const stat = /^\d+$/.test(id) ? await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '') : '';
    // Behind the name in brackets: state, parent, …, time in user mode and in the kernel (14th, 15th).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (stat) processes.set(Number(id), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
  }
  const belongs = (id) => id === root || (processes.has(id) && belongs(processes.get(id).parent));
  return [...processes].reduce((sum, [id, { ticks }]) => (belongs(id) ? sum + 10 * ticks : sum), 0);
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** What one run of an act costs, in CPU milliseconds: of so many runs in a row, after the browser has come to rest. */
export async function cost(root, times, act) {
  const before = await cpu(root);
  for (let run = 0; run < times; run += 1) await act();
  await sleep(400);
  return ((await cpu(root)) - before) / times;
}

export const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

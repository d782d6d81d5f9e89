// Looks at pages over and over in a thread of its own, so that nothing else the driver does is in
// the times; tells them, in ms, when it is told to stop.
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const { base, cookie, paths } = workerData;
const times = [];
let isOver = false;
parentPort.once('message', () => { isOver = true; });
while (!isOver) {
  for (const path of paths) {
    const start = performance.now();
    const answer = await fetch(base + path, { headers: { accept: 'text/html', cookie } });
    await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    times.push(performance.now() - start);
  }
  await pause(20);
}
parentPort.postMessage(times);

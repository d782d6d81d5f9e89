// A patient applicant: goes the whole way by plain forms, asks again when the portal is away,
// and begins anew with the same form when the way was lost.
import { setTimeout as pause } from 'node:timers/promises';
import { Browser, journey } from '../fixtures/journey.mjs';

/** How long one request is repeated while the portal is away, and how often a way is begun. */
const PATIENCE_MS = 30_000;
const WAYS = 12;

/** A browser whose owner presses again when no whole answer came. */
export class PatientBrowser extends Browser {
  constructor(world, headers = {}) {
    super(world.base, { headers, times: world.times });
    this.answers = world.answers;
  }

  async askOnce(step, path, options) {
    const answer = await super.ask(step, path, options);
    this.answers[answer.status] = (this.answers[answer.status] ?? 0) + 1;
    return answer;
  }

  async ask(step, path, options) {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        const answer = await this.askOnce(step, path, options);
        if (answer.status >= 500) throw new Error(`${step}: ${answer.status}`);
        return answer;
      } catch (problem) {
        if (performance.now() > until) throw problem;
        await pause(100);
      }
    }
  }
}

/** Applies until there is a receipt; what was acknowledged goes into the ledger. */
export async function apply(world, form, number, ledger, headers = {}) {
  const { photo, answer: captcha, photos, clicks } = world;
  for (let tried = 0; tried < (world.ways ?? WAYS); tried += 1) {
    const mail = `soak${number}w${tried}@example.jp`;
    try {
      const receipt = await journey(new PatientBrowser(world, headers), { form, mail, captcha, photo }, {
        photos, clicks,
        link: (address) => world.office.link(address, world.linkPatience),
        registered: (address) => ledger.registered(address),
      });
      ledger.acknowledged(form.id, mail, receipt);
      return;
    } catch (problem) {
      // Led elsewhere, or away for longer than anybody waits for one page.
      ledger.lost(problem.message);
      await pause(1000);
    }
  }
  ledger.gaveUp(form.id);
}

/** So many applicants side by side, until `isOver` says so or the forms are used up. */
export async function crowd(world, sideBySide, ledger, isOver) {
  const workers = Array.from({ length: sideBySide }, async () => {
    while (!isOver()) {
      const number = world.next++;
      const form = world.forms[number];
      if (!form) return;
      await apply(world, form, number, ledger);
    }
  });
  await Promise.all(workers);
}

// One mailbox, one form and one site, each written in as many ways as there are.
import { ADDRESSES, WITHOUT_WORK, assaults, inTurn } from './guards.mjs';
import { FOR_OTHERS } from './settings.mjs';
import { world } from './world.mjs';

/** Each from an address of its own, where nothing else is said. */
const TRIES = ADDRESSES;
/** As they come (server/src/config/limits.rs). */
const OF_A_MAILBOX = { burst: 6, refillSeconds: 3600 };
const OF_A_FORM = { burst: 5, refillSeconds: 17_280 };
const OF_A_SITE = { burst: 16 * WITHOUT_WORK.burst, refillSeconds: WITHOUT_WORK.refillSeconds / 16 };
const NONE = { burst: 0, refillSeconds: Infinity };

/** A way to write a word, another one for each number: this happens to a letter where its bit is set. */
const written = (word, number, change) =>
  [...word].map((letter, place) => (number >> place & 1 ? change(letter) : letter)).join('');
const capital = (letter) => letter.toUpperCase();
const fullWidth = (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0);

const GMAIL = ['gmail.com', 'googlemail.com', 'GMail.Com', 'ｇｍａｉｌ．ｃｏｍ'];
/** One mailbox at a provider that ignores dots, has two domains, and knows tags. */
const atGmail = (number) => {
  const name = written('sokuteishi', number, (letter) => `${letter}.`).replace(/\.$/, '');
  const local = [name, written(name, number, capital), `${name}+${number}`, written(name, number, fullWidth)][number % 4];
  return `${local}@${GMAIL[number % 7 % 4]}`;
};
/** One mailbox elsewhere. */
const elsewhere = (number) => {
  const name = written('sokuteishi', number, number % 2 ? capital : fullWidth);
  return `${name}${number % 3 ? `+${number}` : ''}${number % 5 ? '@' : '＠'}${number % 2 ? 'Example.JP' : 'example．jp'}`;
};
/** Addresses that look like that mailbox, or would lead there if they were taken apart otherwise. */
const LOOK_ALIKE = [
  'sоkuteishi@example.jp', 'sokuteishi@exаmple.jp', 'sokuteishi@例え.jp', 'ｓｏｋｕ\u200bteishi@example.jp', '"sokuteishi"@example.jp',
  'sokuteishi(x)@example.jp', 'sokuteishi@example.jp,other@example.jp', 'sokuteishi@[127.0.0.1]', 'sokuteishi@127.0.0.1',
  'sokuteishi@example.jp\r\nBcc: other@example.jp', 'other@example.com@example.jp', 'soku..teishi@example.jp', '<sokuteishi@example.jp>',
  'sokuteishi@example.jp.', 'soku teishi@example.jp', 'sokuteishi%example.jp', 'söku@example.jp', 'sokuteishi@example。例',
];

const hex = (number) => number.toString(16);
const OTHER_NAMES = ['x-real-ip', 'true-client-ip', 'cf-connecting-ip', 'x-client-ip', 'client-ip', 'x-forwarded-host'];
const withOtherNames = (number) => ({
  'x-forwarded-for': '198.51.100.11', forwarded: `for=${inTurn(8)(number)}`,
  ...Object.fromEntries(OTHER_NAMES.map((name) => [name, inTurn(8)(number)])),
});
const IN_IPV6 = ['198.51.100.9', '::ffff:198.51.100.9', '::ffff:c633:6409', '0:0:0:0:0:FFFF:198.51.100.9'];

/** Who asks, of how many networks, what is allowed to each, and how it is done. */
const VARIANTS = [
  ['spellings of a mailbox at Gmail', 1, OF_A_MAILBOX, { from: inTurn(1), mail: atGmail }],
  ['spellings of a mailbox elsewhere', 1, OF_A_MAILBOX, { from: inTurn(2), mail: elsewhere }],
  ['addresses that look like it', 1, NONE, { from: inTurn(3), mail: (number) => LOOK_ALIKE[number % LOOK_ALIKE.length] }],
  ['addresses for one form', 1, OF_A_FORM, { from: inTurn(4), form: () => 0 }],
  ['networks of one IPv6 site', 1, OF_A_SITE, { from: (number) => `2001:db8:7:${hex(number)}::${hex(1 + number)}` }],
  ['writings of one IPv4 address', 1, WITHOUT_WORK, { from: (number) => IN_IPV6[number % IN_IPV6.length] }],
  ['names before the one that the proxy wrote', 1, WITHOUT_WORK, { from: (number) => `${inTurn(5)(number)}, 198.51.100.10` }],
  ['names in other headers', 1, WITHOUT_WORK, { headers: withOtherNames }],
];
const UNBELIEVED = [
  ['IPv6 sites named by nobody who is trusted', 1, WITHOUT_WORK, { from: (number) => `2001:db8:${hex(number)}::1` }],
];

export const A4 = {
  what: `${TRIES} registrations each, limits as they come: spellings of one mailbox, addresses for one form, networks of one site, addresses written in other ways or made up`,
  pass: 'mails exactly within the limits of a mailbox (6), a form (5), a site (48), a network (3)',
  async run() {
    const made = await world('A4', { asShipped: true, settings: FOR_OTHERS });
    const { wrong, facts } = await assaults(made, VARIANTS, TRIES);
    await made.end();
    const untrusting = await world('A4-untrusting', { asShipped: true });
    const alone = await assaults(untrusting, UNBELIEVED, TRIES);
    await untrusting.end();
    return { wrong: [...wrong, ...alone.wrong], facts: { ...facts, ...alone.facts } };
  },
};

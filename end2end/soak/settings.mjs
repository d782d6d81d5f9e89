// What the portal of a test is told, and the forms that are on record there.

/** What everybody together would meet who comes from this machine as hundreds of people. */
const OF_LIMITS = [
  'registrations_per_client', 'mails_per_address', 'mails_per_mailbox', 'mails_per_form', 'sessions_per_client',
  'captcha_tries', 'uploads_per_application', 'unknown_links',
];
const OF_HTTP = [
  'newcomers_per_network', 'requests_per_network', 'requests_per_session', 'uploads_at_once_per_network',
  'drawings_per_network',
];

/** Flags that set these, `section.key=value` each. */
export const flags = (...settings) => settings.flatMap((setting) => ['--set', setting]);

/** Those limits so wide that nobody meets one. */
export const LIFTED = flags(
  ...OF_LIMITS.map((limit) => `limits.${limit}=1000000`), ...OF_HTTP.map((share) => `http.${share}=1000`));

/** Who says by `X-Forwarded-For` for whom it asks is believed: so the driver can be many people. */
export const FOR_OTHERS = flags('http.trusted_proxies=["127.0.0.0/8"]');

/** A portal as it comes, but for what a driver on one machine cannot have. */
export const ordinary = ({ site, office, folder, database }) => flags(
  'mode=demo', `http.site_root=${site}`, 'telemetry.format=json', 'limits.least_form_seconds=0',
  'mail.transport=smtp', 'mail.host=127.0.0.1', `mail.port=${office.port}`, 'mail.tls=none', 'mail.per_second=1000',
  'mail.timeout_seconds=2', `secrets.key_file=${folder}/key`,
  `database.url=${database ?? `sqlite://${folder}/shinsei.db`}`, `photos.folder=${folder}/photos`);

/**
 * So many forms. From one on: an ID that ends with zeros only is refused, as a spreadsheet may have
 * rounded it.
 */
export const forms = (count) => Array.from({ length: count }, (_, place) => (
  { id: `1${String(place + 1).padStart(22, '0')}`, birthDate: '1998-03-27' }));

import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";

import type { OfEngine } from "./fixtures/driven/engines.ts";
import type { OfWorker } from "./fixtures/test.ts";

/** Debian's Chromium without a window: half the work of the one with. Nothing is downloaded. */
const BROWSER = "/usr/bin/chromium-headless-shell";

/** Without these it calls home while the tests run. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  userAgent:
    "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
};
const DESKTOP = { viewport: { width: 1280, height: 800 } };

/** Debian's Firefox, by Playwright's own BiDi. It has no mode for phones. */
const FIREFOX = {
  viewport: { width: 360, height: 740 },
  browserName: "firefox",
  launchOptions: {
    channel: "moz-firefox",
    executablePath: "/usr/bin/firefox-esr",
    firefoxUserPrefs: { "intl.accept_languages": "ja" },
  },
} as const;

/** `*.script.spec.ts` needs scripting, `*.plain.spec.ts` needs it off, `*.desktop.*` a keyboard. */
const SCRIPT = /^(?!.*\.plain\.spec\.ts$).*\.spec\.ts$/;
const PLAIN = /^(?!.*\.script\.spec\.ts$).*\.spec\.ts$/;
const NOT_ON_PHONES = /\.desktop\./;

/** They wait for what a filmed camera shows; `make camera` runs them. */
const FILMED = /\/(camera|checker)\.script\.spec\.ts$/;
const unasked = process.env["CAMERA"] === "yes" ? [] : [FILMED];

/** What is done once more behind the proxies whose configurations are in docs/proxy. */
const BEHIND = /\/(journey|once|headers|proxy)\.spec\.ts$/;
const ONLY_BEHIND = /\/proxy\.(script\.)?spec\.ts$/;

/** What Firefox is given beside Chromium. docs/decisions/0042-which-browsers-are-tested.md */
const IN_FIREFOX = /\/(journey|device|photo\.script|back\.script)\.spec\.ts$/;
/** What is driven without Playwright, which only the projects for that can run. */
const DRIVEN = /\/driven\//;
const NOT_HERE = [ONLY_BEHIND, DRIVEN];
const ONLY_DRIVEN = { testDir: "tests/driven", timeout: 120_000 };

/** Beside Chromium; `make engines` runs them alone. */
const OTHER_ENGINES: PlaywrightTestConfig<object, OfWorker & OfEngine>["projects"] = [
  { name: "firefox-script", testMatch: IN_FIREFOX, testIgnore: DRIVEN, grepInvert: /@chromium/, use: FIREFOX },
  { name: "firefox-plain", ...ONLY_DRIVEN, testMatch: PLAIN, use: { engine: "firefox", javaScriptEnabled: false } },
  { name: "webkit-script", ...ONLY_DRIVEN, testMatch: SCRIPT, use: { engine: "webkit" } },
  { name: "webkit-plain", ...ONLY_DRIVEN, testMatch: PLAIN, use: { engine: "webkit", javaScriptEnabled: false } },
];

export default defineConfig<object, OfWorker & OfEngine>({
  testDir: "tests",
  outputDir: "results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: BROWSER, args: QUIET },
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    screenshot: "off",
    trace: "off",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
  },
  projects: [
    { name: "phone-script", testMatch: SCRIPT, testIgnore: [...NOT_HERE, NOT_ON_PHONES, ...unasked], use: PHONE },
    { name: "phone-plain", testMatch: PLAIN, testIgnore: [...NOT_HERE, NOT_ON_PHONES, ...unasked], use: { ...PHONE, javaScriptEnabled: false } },
    { name: "desktop-script", testMatch: SCRIPT, testIgnore: [...NOT_HERE, ...unasked], use: DESKTOP },
    { name: "desktop-plain", testMatch: PLAIN, testIgnore: NOT_HERE, use: { ...DESKTOP, javaScriptEnabled: false } },
    {
      name: "nginx-script",
      testMatch: [ONLY_BEHIND, /\/once\.spec\.ts$/],
      use: { ...PHONE, ignoreHTTPSErrors: true, through: "nginx" },
    },
    {
      name: "nginx-plain",
      testMatch: BEHIND,
      testIgnore: DRIVEN,
      use: { ...PHONE, javaScriptEnabled: false, ignoreHTTPSErrors: true, through: "nginx" },
    },
    { name: "caddy-script", testMatch: BEHIND, testIgnore: DRIVEN, use: { ...PHONE, ignoreHTTPSErrors: true, through: "caddy" } },
    {
      name: "caddy-plain",
      testMatch: /\/proxy\.spec\.ts$/,
      use: { ...PHONE, javaScriptEnabled: false, ignoreHTTPSErrors: true, through: "caddy" },
    },
    ...OTHER_ENGINES,
  ],
});

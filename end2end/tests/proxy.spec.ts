import { expect, test } from "../fixtures/test.ts";
import { GENEROUS, Portal } from "../fixtures/portal.ts";

const TIMES = 20;

/** A form with a file of so many bytes. */
function sent(bytes: number) {
  return { multipart: { photo: { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(bytes, 0xff) } } };
}

test("whoever is refused before all was sent hears why, each time", async ({ page, portal }) => {
  test.slow();
  const headers = { origin: portal.url };
  for (let time = 0; time < TIMES; time += 1) {
    const script = { ...headers, accept: "application/json" };
    const stranger = await page.request.post("/photo/upload", { ...sent(7_000_000), headers: script });
    expect([stranger.status(), await stranger.json()]).toEqual([409, { next: "/" }]);
    const form = { ...headers, accept: "text/html" };
    const plain = await page.request.post("/photo/upload", { ...sent(7_000_000), headers: form, maxRedirects: 0 });
    expect([plain.status(), plain.headers()["location"]]).toEqual([303, "/"]);
    const foreign = { origin: "https://evil.example", accept: "text/html" };
    const other = await page.request.post("/photo/upload", { ...sent(7_000_000), headers: foreign });
    expect([other.status(), await other.text()]).toEqual([403, expect.stringContaining(`${portal.url} を開いて`)]);
  }
});

test("a file that is too large is refused by the portal and not on the way", async ({ page, portal, applicant }) => {
  await applicant.reachPhoto();
  const headers = { origin: portal.url, accept: "application/json" };
  for (let time = 0; time < 5; time += 1) {
    const answer = await page.request.post("/photo/upload", { ...sent(12_000_000), headers });
    expect([answer.status(), await answer.json()]).toEqual([
      413,
      { findings: [{ too_many_bytes: { bytes: expect.any(Number) } }] },
    ]);
  }
});

test("no log of the proxy holds an application ID or a token, not even when the portal is away", async ({
  page,
  through,
}) => {
  const portal = await Portal.start([...GENEROUS, "limits.least_form_seconds=0"], through);
  const form = await portal.issue("1998-03-27");
  const secrets = [form.id, "A".repeat(43)];
  const [, token = ""] = secrets;
  const asked = async () => {
    await page.request.get(`${portal.url}/apply/${form.id}?${form.id}`);
    return (await page.request.get(`${portal.url}/open/${token}`)).status();
  };
  expect(await asked()).toBeLessThan(500);
  await portal.end();
  expect(await asked()).toBeGreaterThan(500);
  await expect.poll(() => portal.proxyLog()).toMatch(/\/open\/-/);
  const log = await portal.proxyLog();
  for (const secret of secrets) expect(log).not.toContain(secret);
  await portal.stop();
});

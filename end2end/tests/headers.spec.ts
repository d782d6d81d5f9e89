import { expect, test } from "../fixtures/test.ts";

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(), geolocation=()",
};

/** An address and the status it is answered with. */
const ANSWERS = [
  ["/", 200],
  ["/privacy", 200],
  ["/nothing", 404],
  ["/favicon.svg", 200],
  ["/session.js", 200],
  ["/captcha/nothing.png", 404],
  ["/photo/current", 404],
  ["/healthz", 200],
] as const;

for (const [path, status] of ANSWERS) {
  test(`security headers on ${path}`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(status);
    expect(answer.headers()).toMatchObject(EVERYWHERE);
    const policy = answer.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).not.toContain("'unsafe-eval'");
  });
}

test("pages are not kept, hashed files for a year", async ({ page, request }) => {
  const start = await request.get("/");
  expect(start.headers()["cache-control"]).toBe("no-store");
  await page.goto("/privacy");
  const sheet = await page.locator("link[rel=stylesheet]").getAttribute("href");
  const answer = await request.get(sheet ?? "");
  expect(answer.headers()).toMatchObject(EVERYWHERE);
  expect(answer.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
});

test("a form of another site is refused", async ({ request }) => {
  const form = { application_id: "1".repeat(23) };
  const foreign = await request.post("/api/start/give", { form, headers: { origin: "https://evil.example" } });
  expect(foreign.status()).toBe(403);
  const nobody = await request.post("/api/start/give", { form });
  expect(nobody.status()).toBe(403);
});

test("the cookie is kept from scripts and from other sites", async ({ context, applicant }) => {
  await applicant.scan();
  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", expires: -1 });
});

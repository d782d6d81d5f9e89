import { expect, test } from "../fixtures/test.ts";

/** Scripts and modules among the requests, without the page's own warning of the session's end. */
function modules(paths: readonly string[]): string[] {
  return paths.filter((path) => /\.(js|wasm)$/.test(path) && !path.endsWith("/session.js"));
}

test("pages without islands load no module", async ({ page, applicant, watch }) => {
  test.slow();
  await applicant.scan();
  const loaded = async () => {
    await page.waitForLoadState("networkidle");
    return modules(watch.paths());
  };
  const fresh = async (path: string) => {
    watch.forget();
    await page.goto(path);
    expect(await loaded(), path).toEqual([]);
  };
  await fresh("/terms");
  await applicant.agree();
  await applicant.giveContact();
  await fresh("/mail/check");
  await applicant.register();
  await fresh("/mail/sent");
  await fresh(await applicant.mailbox.link(applicant.mail));
  await applicant.press("申請を続ける");
  await applicant.sendPhoto();
  await fresh("/photo/check");
  await applicant.confirmPhoto();
  await applicant.typeBirthDate();
  await applicant.giveDetails();
  await applicant.sees("申請する内容を確認してください");
  await fresh("/review");
  await applicant.submit();
  await fresh("/done");
  for (const path of ["/status", "/privacy", "/accessibility", "/help", "/demo"]) await fresh(path);
});

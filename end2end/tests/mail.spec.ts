import { expect, test } from "../fixtures/test.ts";

test("another picture keeps what was typed", async ({ page, applicant }) => {
  await applicant.reachMail();
  const shown = await page.locator("#captcha-picture").getAttribute("src");
  await applicant.field("メール連絡用氏名").fill("番号　花子");
  await applicant.press("別の画像にする（更新）");
  await expect(page.getByRole("status").filter({ hasText: "画像を新しくしました" })).toBeVisible();
  await expect(applicant.field("メール連絡用氏名")).toHaveValue("番号　花子");
  await expect(page.locator("#captcha-picture")).not.toHaveAttribute("src", shown ?? "");
});

test("one press takes the nearest name for one that cannot be written", async ({ page, applicant, looks }) => {
  await applicant.reachMail();
  await applicant.fillContact();
  await applicant.field("メール連絡用氏名").fill("髙橋　花子（長女）");
  await applicant.press("確認");
  await applicant.isTold("メール連絡用氏名に「髙」は使えません。「高」を使ってください。");
  await looks.at(page, "mail-nearest");
  await applicant.press("「高橋　花子（長女）」にする");
  await expect(page.getByRole("status").filter({ hasText: "メール連絡用氏名を直しました" })).toBeVisible();
  await expect(applicant.field("メール連絡用氏名")).toHaveValue("高橋　花子（長女）");
  await expect(applicant.field("メールアドレス")).toHaveValue(applicant.mail);
});

test("the picture can be heard", async ({ page, applicant }) => {
  await applicant.reachMail();
  const sound = await page.getByRole("link", { name: "音声ファイルを開く" }).getAttribute("href");
  const answer = await page.request.get(sound ?? "");
  expect(answer.headers()["content-type"]).toBe("audio/wav");
  expect((await answer.body()).subarray(0, 4).toString()).toBe("RIFF");
});

test("the way back from the confirmation keeps name and address", async ({ page, applicant }) => {
  await applicant.reachMail();
  await applicant.giveContact();
  await page.getByRole("link", { name: "前の画面に戻る" }).click();
  await applicant.sees("メールアドレスを登録してください");
  await expect(applicant.field("メール連絡用氏名")).toHaveValue(applicant.name);
  await expect(applicant.field("メールアドレス")).toHaveValue(applicant.mail);
});

test("a slip of the finger in the domain is asked about", async ({ page, applicant }) => {
  await applicant.reachMail();
  await applicant.giveContact("taro@gmial.com");
  await expect(page.getByText("「gmial.com」は「gmail.com」ではありませんか")).toBeVisible();
});

test("an address of an old carrier with two dots is taken and written to", async ({ portal, page, applicant }) => {
  const mail = `a..${applicant.mail}`.replace("@example.jp", ".@docomo.ne.jp");
  await applicant.reachMail();
  await applicant.giveContact(mail);
  await applicant.register();
  await page.goto(await applicant.mailbox.link(mail));
  await expect(page).toHaveURL(new RegExp(`^${portal.url}/open/`));
});

test("a corrected address gets a new link, and the old link ends", async ({ page, applicant, looks }) => {
  const wrong = applicant.mail.replace("@", ".wrong@");
  await applicant.reachMail();
  await applicant.giveContact(wrong);
  await applicant.register();
  const old = await applicant.mailbox.link(wrong);
  await page.getByRole("link", { name: "メールアドレスを直す" }).click();
  await expect(applicant.field("メールアドレス")).toHaveValue(wrong);
  await applicant.giveContact();
  await applicant.sees("メールを確認してください");
  await expect(page.getByText(`${applicant.mail} にメールを送りました。`)).toBeVisible();
  const link = await applicant.mailbox.link(applicant.mail);
  await page.goto(old);
  await applicant.sees("このURLは使えません");
  await looks.at(page, "open-used");
  await page.goto(link);
  await applicant.sees("申請を続けますか");
});

test("a link sent again replaces the one before", async ({ page, applicant }) => {
  await applicant.reachSent();
  const first = await applicant.mailbox.link(applicant.mail);
  await applicant.press("もう一度送る");
  await expect(page.getByRole("status").filter({ hasText: "メールをもう一度送りました" })).toBeVisible();
  const second = await applicant.mailbox.link(applicant.mail, 2);
  expect(second).not.toBe(first);
  await page.goto(first);
  await applicant.sees("このURLは使えません");
  await page.goto(second);
  await applicant.press("申請を続ける");
  await applicant.sees("顔写真を登録してください");
});

test("the link leads on again and again, without a code on its own device", async ({ page, applicant, device, looks }) => {
  await applicant.reachPhoto();
  const link = await applicant.mailbox.link(applicant.mail);
  await page.goto(link);
  await applicant.sees("申請を続けますか");
  await looks.at(page, "open-ready");
  await applicant.press("申請を続ける");
  await applicant.sees("顔写真を登録してください");
  // As after half an hour: the session is over, the device is still known.
  const cookies = await page.context().cookies();
  expect(cookies.map((cookie) => cookie.name).sort()).toEqual(["shinsei", "shinsei-device"]);
  await page.context().clearCookies({ name: "shinsei" });
  await page.goto(link);
  await applicant.press("申請を続ける");
  await applicant.sees("顔写真を登録してください");
  const other = applicant.at(await device());
  await other.page.goto(link);
  await other.press("申請を続ける");
  await other.sees("認証番号を入力してください");
});

test("a link that was replaced sends a new one", async ({ page, applicant, device }) => {
  await applicant.reachPhoto();
  const first = await applicant.mailbox.link(applicant.mail);
  await page.request.post("/api/link/renew", {
    form: { token: first.split("/").at(-1) ?? "" },
    headers: { accept: "text/html", origin: new URL(page.url()).origin },
  });
  await applicant.mailbox.link(applicant.mail, 2);
  await page.goto(first);
  await page.getByRole("button", { name: "続きから進む" }).click();
  await applicant.sees("顔写真を登録してください");
  const other = applicant.at(await device());
  await other.page.goto(first);
  await other.sees("このURLは使えません");
  await other.press("新しいURLを送る");
  await expect(other.page.getByRole("status").filter({ hasText: "新しいURLを送りました" })).toBeVisible();
  await page.goto(await applicant.mailbox.link(applicant.mail, 3));
  await applicant.press("申請を続ける");
  await applicant.sees("顔写真を登録してください");
});

test("a slip in another field does not ask for the picture again", async ({ page, applicant, looks, watch }) => {
  await applicant.reachMail();
  await applicant.fillContact();
  await applicant.field("メールアドレス（もう一度）").fill(applicant.mail.replace("@", "x@"));
  await applicant.press("確認");
  await expect(page.getByText("画像認証は済んでいます。")).toBeVisible();
  // Nothing is left that a module would do.
  watch.forget();
  await page.reload({ waitUntil: "networkidle" });
  expect(watch.paths().filter((path) => path.includes(".wasm"))).toEqual([]);
  await looks.at(page, "mail-answered");
  await applicant.field("メールアドレス（もう一度）").fill(applicant.mail);
  await applicant.press("確認");
  await applicant.sees("メールアドレスを確認してください");
});

test("another picture is shown where the old one was", async ({ page, applicant }) => {
  await applicant.reachMail();
  await applicant.press("別の画像にする（更新）");
  await expect(page).toHaveURL(/\/mail#picture$/);
  await expect(page.locator("#captcha-picture")).toBeInViewport();
  await expect(page.getByText("画像を新しくしました")).toBeInViewport();
});

test("looking at a link changes nothing, however often", async ({ page, applicant, device }) => {
  await applicant.reachSent();
  const link = await applicant.mailbox.link(applicant.mail);
  const scanner = await device();
  await scanner.goto(link);
  await scanner.goto(link);
  await page.goto(link);
  await applicant.press("申請を続ける");
  await applicant.sees("顔写真を登録してください");
});

test("an address that looks like a link finds nothing", async ({ page, applicant, looks }) => {
  await page.goto(`/open/${"A".repeat(43)}`);
  await applicant.sees("このURLの申請が見つかりません");
  await looks.at(page, "open-unknown");
});

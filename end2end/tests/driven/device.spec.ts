import { expect, test } from "../../fixtures/driven/engines.ts";
import { field } from "../../fixtures/driven/visitor.ts";

test("a second device sees nothing before the code, and goes on with it", async ({ start, visitor }) => {
  await visitor.scan();
  await visitor.agree();
  await visitor.register();
  const other = visitor.at(await start());
  await other.openLink();
  await other.sees("認証番号を入力してください");
  for (const path of ["/photo", "/photo/check", "/details", "/review", "/done"]) {
    await other.goto(path);
    await other.sees("認証番号を入力してください");
    expect(await other.session.path()).toBe("/device");
    const text = await other.session.text("//body");
    for (const secret of [visitor.mail, visitor.name, visitor.form.id.slice(-4)]) expect(text, path).not.toContain(secret);
  }

  const code = await visitor.mailbox.code(visitor.mail);
  await other.typeCode("12");
  await other.isTold("認証番号は6桁の数字です。今は2桁です。");
  await other.typeCode(code === "123456" ? "654321" : "123456");
  await other.isTold("認証番号を確認できませんでした。最も新しいメールの番号を入力してください。");
  await other.session.comesTo(field("認証番号"), "value", "");
  await other.typeCode(code);
  await other.sees("顔写真を登録してください");
});

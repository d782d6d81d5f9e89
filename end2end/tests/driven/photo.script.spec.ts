import { expect, test } from "../../fixtures/driven/engines.ts";
import { FINDINGS } from "../../fixtures/driven/visitor.ts";
import { REFUSED } from "../../fixtures/photos.ts";

/** Whether this page has asked for the upload. */
const UPLOADED = "performance.getEntriesByType('resource').some(({ name }) => name.includes('/photo/upload'))";

test("a refused photo is named before anything is sent, and no upload leaves the browser", async ({ visitor }) => {
  const { session } = visitor;
  await visitor.reachPhoto();
  for (const { file, what, remedy } of REFUSED) {
    await visitor.pick(file);
    await session.shows(FINDINGS, what + remedy);
    await visitor.press("アップロード");
    await expect.poll(() => session.focused(FINDINGS), file).toBe(true);
  }
  expect(await session.evaluate(UPLOADED)).toBe(false);
  expect(await session.path()).toBe("/photo");
});

test("a better photo takes the place of a refused one", async ({ visitor }) => {
  await visitor.reachPhoto();
  await visitor.pick("cmyk.jpg");
  await visitor.session.shows(FINDINGS, "CMYK");
  await visitor.pick("good.jpg");
  await visitor.sendChosen(true);
});

// Does the strip beside an article show where the hits lie?

import { assert, eventually, scenario } from './harness.mjs';

scenario('the strip has a mark for each hit, in order, and leads to it', async ({ page, open }) => {
  await open('#/?q=社区');
  await page.getByRole('main').getByRole('article').first().getByRole('link').first().click();
  const walk = page.getByRole('group', { name: '查找结果' }).getByRole('status');
  const all = Number((await walk.textContent()).match(/\d+/g)[1]);
  const marks = page.locator('.strip span');
  await eventually(async () => assert.equal(await marks.count(), all));
  const tops = await marks.evaluateAll((marks) => marks.map((mark) => Number(mark.style.top.match(/[\d.]+/)[0])));
  assert.deepEqual(tops, tops.toSorted((a, b) => a - b));
  assert(tops[0] > 0 && tops.at(-1) < 100);
  await marks.last().click({ force: true });
  await eventually(async () => assert.match(await walk.textContent(), new RegExp(`第 ${all} 处`)));
  await eventually(async () => {
    const box = await page.locator('mark.current').first().boundingBox();
    assert(box.y > 0 && box.y < 900, `the hit is in sight: ${box.y}`);
  });
});

scenario('keys walk from hit to hit, those of a Chinese input method too', async ({ page, open }) => {
  await open('#/?q=社区');
  await page.getByRole('main').getByRole('article').first().getByRole('link').first().click();
  const walk = page.getByRole('group', { name: '查找结果' }).getByRole('status');
  const at = (place) => eventually(async () => assert.match(await walk.textContent(), new RegExp(`第 ${place} 处`)));
  await at(1);
  for (const [key, place] of [['.', 2], ['。', 3], ['，', 2], [',', 1]]) {
    await page.evaluate((key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })), key);
    await at(place);
  }
});

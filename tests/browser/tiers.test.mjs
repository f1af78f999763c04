// Is what is typed in another script, by sound or half remembered found, and is it said why?

import { assert, eventually, filter, headlines, lists, scenario, searchBox, status } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

const type = (page, query) => searchBox(page).pressSequentially(query);
const first = (page) => page.getByRole('main').getByRole('article').first();
const reason = (page, word) =>
  eventually(async () => assert.equal(await first(page).locator('.tier strong').textContent(), word));

scenario('traditional characters find simplified ones', async ({ page }) => {
  await type(page, '電商物流園');
  await lists(page, [HEADLINES.village]);
  await reason(page, '繁简');
  assert.deepEqual(await first(page).locator('mark').allTextContents(), ['电商物流园']);
});

scenario('pinyin finds Han, with spaces, as initials and mixed with it', async ({ page }) => {
  for (const query of ['minleyuan', 'minle yuan', 'mlsthj', '民le园']) {
    await searchBox(page).fill(query);
    await eventually(async () => assert((await headlines(page)).includes(HEADLINES.park), query));
    await reason(page, '拼音');
  }
});

scenario('full-width letters and digits from a phone keyboard are the same as narrow ones', async ({ page }) => {
  await type(page, '５Ａ级');
  await eventually(async () => assert.equal((await headlines(page))[0], HEADLINES.tourism));
  await searchBox(page).fill('ｍｉｎｌｅｙｕａｎ');
  await eventually(async () => assert.equal((await headlines(page))[0], HEADLINES.park));
});

scenario('a misread character is found by the right one, and exact only takes it away', async ({ page }) => {
  await type(page, '涑水烟火');
  await lists(page, [HEADLINES.market]);
  await reason(page, '形近');
  const marks = await first(page).locator('mark').allTextContents();
  assert.deepEqual(new Set(marks), new Set(['冻水烟火']));
  await page.getByRole('button', { name: '只看原文' }).click();
  await page.getByText('没有找到“涑水烟火”').waitFor();
});

scenario('a question is answered by its parts', async ({ page }) => {
  await type(page, '稷山县民乐园的荷花什么时候盛开');
  await eventually(async () => assert.equal((await headlines(page))[0], HEADLINES.park));
  await reason(page, '部分');
});

scenario('a day of a year is offered as a filter above what has only parts of it', async ({ page }) => {
  await type(page, '2025-7-21');
  await reason(page, '部分');
  await page.getByRole('button', { name: '只看“日期:2025-7-21”：2 篇' }).click();
  await lists(page, [HEADLINES.forest, HEADLINES.basketball]);
});

scenario('the counts beside the filters hold in every tier', async ({ page }) => {
  await type(page, 'hehua');
  await eventually(async () => assert.match(await status(page).textContent(), /拼音 \d/));
  const count = page.locator('.choice', { has: filter(page, '稷山县') }).locator('.count');
  assert.equal(await count.textContent(), '1');
  assert.equal(await count.getAttribute('title'), '拼音 1');
  await filter(page, '翟建平').check();
  await lists(page, [HEADLINES.park]);
});

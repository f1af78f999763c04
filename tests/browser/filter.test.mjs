// Does the list narrow as the filters say, and do the counts add up?

import { assert, eventually, filter, headlines, lists, scenario, searchBox, status } from './harness.mjs';
import { COUNT, HEADLINES } from './seed.mjs';

scenario('新绛县 and 绛县 are two counties', async ({ page }) => {
  await filter(page, '新绛县').check();
  await lists(page, [HEADLINES.community]);
  await filter(page, '新绛县').uncheck();
  await filter(page, '绛县').check();
  await lists(page, [HEADLINES.basketball]);
});

scenario('several counties show together, in print order', async ({ page }) => {
  await filter(page, '稷山县').check();
  await filter(page, '新绛县').check();
  await lists(page, [HEADLINES.community, HEADLINES.park]);
});

scenario('the county of an item is found by its villages alone', async ({ page }) => {
  await filter(page, '临猗县').check();
  await lists(page, [HEADLINES.market]);
});

scenario('a section narrows the list to its items', async ({ page }) => {
  await filter(page, '政务动态').check();
  await eventually(async () => assert((await headlines(page)).length < COUNT));
  const shown = await headlines(page);
  assert.deepEqual(shown.slice(0, 2), [HEADLINES.tourism, HEADLINES.forest]);
  assert(shown.length <= 3, 'the fourth item may stand in it, no other');
});

scenario('county, kind and search combine, and one line says what is shown', async ({ page }) => {
  await filter(page, '稷山县').check();
  await filter(page, '通讯').check();
  await lists(page, [HEADLINES.park]);
  // The list is the same before and after the second filter and the query: the line tells when they are heard.
  await eventually(async () => assert.equal(await status(page).textContent(), '稷山县 · 通讯 · 1 篇'));
  await searchBox(page).fill('荷');
  await eventually(async () => {
    const line = await status(page).textContent();
    for (const part of ['荷', '稷山县', '通讯', '1 篇']) assert(line.includes(part), line);
  });
  await lists(page, [HEADLINES.park]);
});

scenario('filters are cleared one by one and all at once', async ({ page }) => {
  await filter(page, '稷山县').check();
  await filter(page, '绛县').check();
  await lists(page, [HEADLINES.basketball, HEADLINES.park]);
  await page.getByRole('main').getByRole('button', { name: '不再限于稷山县' }).click();
  await lists(page, [HEADLINES.basketball]);
  assert.equal(await filter(page, '稷山县').isChecked(), false);
  await filter(page, '新绛县').check();
  await page.getByRole('button', { name: '清除全部筛选' }).click();
  await eventually(async () => assert.equal((await headlines(page)).length, COUNT));
  assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 0);
});

scenario('the counts of every group add up to what is found', async ({ page }) => {
  const adds = async (total) => {
    for (const group of await page.getByRole('navigation', { name: '筛选' }).getByRole('group').all()) {
      const labels = await group.getByRole('checkbox').evaluateAll((boxes) =>
        boxes.map((box) => box.getAttribute('aria-label') ?? box.labels[0].textContent),
      );
      const sum = labels.reduce((sum, label) => sum + Number(label.match(/\d+$/)[0]), 0);
      // Articles that count under several values are said to.
      const shared = Number((await group.textContent()).match(/合计多 (\d+)/)?.[1] ?? 0);
      assert.equal(sum - shared, total, `${labels}`);
    }
  };
  await adds(COUNT);
  // 管理 stands in several items; whatever the number, every group agrees on it.
  await searchBox(page).fill('管理');
  await eventually(async () => assert.match(await status(page).textContent(), /管理/));
  await adds(await page.getByRole('main').getByRole('article').count());
});

scenario('a count says what one more tick would show', async ({ page }) => {
  await filter(page, '消息').check();
  await eventually(async () => assert.match(await status(page).textContent(), /消息/));
  const label = await filter(page, '全市').getAttribute('aria-label');
  await filter(page, '全市').check();
  await eventually(async () => assert.match(await status(page).textContent(), /全市/));
  assert.equal((await page.getByRole('main').getByRole('article').count()), Number(label.match(/\d+$/)[0]));
});

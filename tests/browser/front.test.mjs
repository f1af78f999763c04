// What does a visitor see first, on a desk and on a phone?

import { assert, eventually, headlines, PHONE, scenario, searchBox, status } from './harness.mjs';
import { COUNT, HEADLINES } from './seed.mjs';

scenario('the front page shows the eight items in print order', async ({ page }) => {
  const shown = await headlines(page);
  assert.equal(shown.length, COUNT);
  assert.deepEqual(shown.slice(0, -1), Object.values(HEADLINES));
  assert.match(await status(page).textContent(), /8 篇/);
});

scenario('the section 政务动态 stands over its briefs', async ({ page }) => {
  const section = page.getByRole('region', { name: '政务动态' });
  const inside = await section.getByRole('article').getByRole('heading').allTextContents();
  assert.deepEqual(inside.slice(0, 2), [HEADLINES.tourism, HEADLINES.forest]);
  assert(inside.length <= 3, 'the fourth item may stand in it, no other');
  await section.getByRole('heading', { name: '政务动态', exact: true }).waitFor();
});

scenario('headings go down one level at a time, under one h1', async ({ page }) => {
  const levels = async () => {
    const headings = await page.getByRole('heading').all();
    return Promise.all(headings.map((each) => each.evaluate((element) => Number(element.tagName[1]))));
  };
  const check = (found) => {
    assert.equal(found.filter((level) => level === 1).length, 1);
    assert.equal(found[0], 1);
    found.forEach((level, at) => assert(at === 0 || level <= found[at - 1] + 1, `${found}`));
  };
  check(await levels());
  await page.getByRole('link', { name: HEADLINES.community }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.community }).waitFor();
  check(await levels());
});

scenario('the photograph shows its caption, and that its picture did not come', async ({ page }) => {
  const photo = page.getByRole('main').getByRole('article').last();
  const text = await photo.textContent();
  assert.match(text, /7月22日.万荣县西村乡一家庭农场内/);
  assert.match(text, /图片未随文本收到/);
  assert.match(text, /常奇 摄/);
  await photo.getByRole('link').click();
  await page.locator('article .text').waitFor();
  await page.getByText('图片未随文本收到').waitFor();
});

scenario('an item that lost text says so on the front page', async ({ page }) => {
  const item = (name) => page.getByRole('article').filter({ has: page.getByRole('link', { name }) });
  assert.match(await item(HEADLINES.market).textContent(), /此处原文缺开头/);
  // Its taste ends before the place.
  assert.match(await item(HEADLINES.park).locator('.facts').textContent(), /1 处缺文/);
  assert.doesNotMatch(await item(HEADLINES.park).textContent(), /此处/);
  assert.doesNotMatch(await item(HEADLINES.village).textContent(), /原文缺/);
});

scenario('there is one main and one search', async ({ page }) => {
  assert.equal(await page.getByRole('main').count(), 1);
  assert.equal(await page.getByRole('search').getByRole('combobox').count(), 1);
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans');
});

scenario(
  'nothing runs out of a phone 360 pixels wide',
  async ({ page }) => {
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await overflow(), 0);
    await searchBox(page).fill('荷');
    await eventually(async () => assert.equal((await headlines(page)).length, 1));
    assert.equal(await overflow(), 0);
    await page.getByRole('link', { name: HEADLINES.park }).click();
    await page.getByRole('heading', { level: 1, name: HEADLINES.park }).waitFor();
    assert.equal(await overflow(), 0);
  },
  { viewport: PHONE },
);

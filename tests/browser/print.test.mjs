// What stands on paper? The text, where it is from, what is missing; nothing that one presses.

import { assert, eventually, lists, openArticle, scenario, searchBox } from './harness.mjs';
import { draw, select, write } from './pen.mjs';
import { HEADLINES } from './seed.mjs';

/** Everything that print leaves in sight. */
const shown = (page) => page.locator('body').innerText();

scenario('an article is printed with its source, its gaps, and no controls', async ({ page, context }) => {
  await context.addInitScript(() => (window.print = () => (window.printed = true)));
  await page.reload();
  await openArticle(page, HEADLINES.market);
  await page.getByRole('button', { name: '打印' }).click();
  assert(await page.evaluate(() => window.printed));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const text = await shown(page);
  for (const wanted of [HEADLINES.market, '此处原文缺开头', '罗晓庆', '临猗县', '推定', '000_2caf9e3daaa9a3f0.txt']) {
    assert(text.includes(wanted), wanted);
  }
  for (const unwanted of ['上一篇', '搜索', '引用', '字号', '全部归位', '离线可读']) {
    assert(!text.includes(unwanted), unwanted);
  }
  const colours = await page.locator('article .text p:not([class])').first().evaluate((it) => {
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    return [getComputedStyle(it).color, ground];
  });
  assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

scenario('a front page is printed under its masthead', async ({ page }) => {
  const masthead = page.getByRole('banner');
  const name = await masthead.getByRole('heading', { level: 1 }).textContent();
  const day = /\d+年\d+月\d+日/.exec(await masthead.locator('.ear').first().textContent())[0];
  await page.emulateMedia({ media: 'print' });
  const text = await masthead.innerText();
  assert(text.includes(name) && text.includes(day), text);
  assert(!/阅读设置|离线可读|各期/.test(text), text);
});

scenario('a word that the reader corrected is printed as corrected', async ({ page }) => {
  await openArticle(page, HEADLINES.market);
  await select(page, '从冻水河畔');
  await draw(page, '更正');
  await write(page, '从涑水河畔');
  await page.locator('.proposed').waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.match(await page.locator('article .text').innerText(), /从涑水河畔/);
});

scenario('a filtered list is printed as it is filtered', async ({ page }) => {
  await searchBox(page).fill('荷');
  await lists(page, [HEADLINES.park]);
  await page.emulateMedia({ media: 'print' });
  await eventually(async () => assert.match(await shown(page), /“荷” · 1 篇/));
  const text = await shown(page);
  assert(text.includes('000_2caf9e3daaa9a3f0.txt') && text.includes('推定'));
  assert(!/怎样查|筛选|看列表|打印/.test(text), text);
  const lines = await page.locator('mark').evaluateAll((all) => all.map((it) => getComputedStyle(it).textDecorationLine));
  assert(lines.length > 0 && lines.every((line) => line === 'underline'), lines.join());
});

scenario('nothing dark is printed, whatever the screen shows', async ({ page }) => {
  for (const look of ['dark', 'contrast', 'sepia elder size-5']) {
    await page.evaluate((look) => localStorage.setItem('banxin-look', look), look);
    await page.reload();
    await page.getByRole('main').waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const style = await page.evaluate(() => {
      const { backgroundColor, color, fontSize } = getComputedStyle(document.documentElement);
      return [backgroundColor, color, fontSize];
    });
    assert.deepEqual(style, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', '16px'], look);
    await page.emulateMedia({ media: null, colorScheme: null });
  }
});

scenario('a sheet is as wide as the paper, and no line is cut', async ({ page }) => {
  await openArticle(page, HEADLINES.community);
  await page.emulateMedia({ media: 'print' });
  // A4 within its margins, at 96 pixels an inch.
  await page.setViewportSize({ width: 672, height: 986 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0);
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  const sheets = (pdf.match(/\/Type \/Page\b/g) ?? []).length;
  assert(sheets >= 1 && sheets <= 3, `${sheets} sheets`);
});

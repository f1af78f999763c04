// Does the interface speak the language that was chosen, and does each run of text say which it is in?

import { answered, assert, eventually, headlines, scenario, searchBox } from './harness.mjs';
import { COUNT, HEADLINES } from './seed.mjs';

const choice = (page) => page.locator('select.language');

/** Visible texts with the language that they are said to be in. */
const runs = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.data.trim();
      const parent = walker.currentNode.parentElement;
      if (text && parent.checkVisibility()) found.push([parent.closest('[lang]').lang, text]);
    }
    return found;
  });

/** Where one speaks English, Chinese text is marked, but for words among what was typed or picked. */
async function check(page) {
  const mixed = (await runs(page)).filter(([lang, text]) => lang === 'en' && /\p{Script=Han}/u.test(text));
  assert.deepEqual(mixed, []);
}

scenario('in English all that is not of the paper is English', async ({ page }) => {
  await choice(page).selectOption('English');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.getByRole('combobox', { name: 'Search' }).waitFor();
  assert.equal((await headlines(page)).length, COUNT);
  await check(page);
  await page.getByRole('link', { name: HEADLINES.market }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.market }).waitFor();
  await page.getByText('The beginning is missing here').waitFor();
  assert.equal(await page.getByRole('article').getAttribute('lang'), 'zh-Hans');
  await check(page);
});

scenario('in English asides have English marks, with a space before them', async ({ page }) => {
  await choice(page).selectOption('English');
  await page.getByRole('link', { name: HEADLINES.market }).click();
  const shown = (selector) => page.locator(selector).first().evaluate((it) => it.parentElement.textContent);
  await page.getByText('The beginning is missing here').waitFor();
  assert.match(await shown('.reading .evidence'), /县 \(from /);
  assert.match(await shown('.way .at'), /list \(\d\/\d\)/);
  assert.equal(await page.locator('.way .at').first().evaluate((it) => getComputedStyle(it).whiteSpaceCollapse), 'preserve');
  const colon = await page.locator('.gap span').first().evaluate((it) => getComputedStyle(it, '::before').content);
  assert.equal(colon, '": "');
  assert.match(await page.locator('.printed').first().textContent(), /^Source: .* 2025 or later \(inferred\) · 000_/);
});

scenario('in English a day is said in English, and the text of the paper stays', async ({ page }) => {
  await choice(page).selectOption('English');
  await page.getByRole('combobox', { name: 'Search' }).waitFor();
  const days = async () => (await runs(page)).map(([, text]) => text).filter((text) => /^(\d+年)?\d+月(\d+日)?$/.test(text));
  assert.deepEqual(await days(), []);
  assert.match(await page.locator('.masthead').textContent(), /23 July 2025 or later/);
  await page.getByRole('checkbox', { name: /^21 July \d+$/ }).check();
  await eventually(async () => assert.match(decodeURIComponent(page.url()), /day=2025年7月21日$/));
  await page.getByRole('button', { name: 'No longer only 21 July' }).waitFor();
  await page.getByRole('link', { name: HEADLINES.basketball }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.basketball }).waitFor();
  assert.deepEqual(await days(), []);
  assert.match(await page.locator('article .text').textContent(), /7月21日晚/);
});

scenario('why something is inferred or doubted is said in the language that was chosen', async ({ page }) => {
  const day = page.locator('.ear .inferred');
  const doubts = page.locator('.suspicions');
  await choice(page).selectOption('English');
  await day.locator('summary').click();
  await day.getByText('The latest dateline in the text is 23 July').waitFor();
  assert.match(await day.locator('summary').getAttribute('title'), /^The latest dateline/);
  await check(page);
  await page.getByRole('link', { name: HEADLINES.market }).click();
  await doubts.getByText('“冻水” may be meant to read “涑水”').waitFor();
  await check(page);
  await choice(page).selectOption('繁體');
  await doubts.getByText('「冻水」疑為「涑水」').waitFor();
  assert.equal(await doubts.locator('span').first().getAttribute('lang'), 'zh-Hans');
});

scenario('the language is remembered, and the address is the same in all of them', async ({ page }) => {
  await searchBox(page).fill('荷');
  await eventually(async () => assert.match(decodeURIComponent(page.url()), /q=荷$/));
  const address = page.url();
  await choice(page).selectOption('繁體');
  await page.getByRole('combobox', { name: '搜尋' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hant');
  await eventually(async () => assert.deepEqual(await headlines(page), [HEADLINES.park]));
  assert.equal(await page.getByRole('combobox', { name: '搜尋' }).inputValue(), '荷');
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.className), 'language'));
  await page.reload();
  await page.getByRole('button', { name: '長輩模式' }).waitFor();
  assert.equal(page.url(), address);
  await choice(page).selectOption('简体');
  await searchBox(page).waitFor();
});

scenario('keys are pressed once in every language', async ({ page }) => {
  await choice(page).selectOption('English');
  await choice(page).selectOption('简体');
  await answered(page);
  await page.locator('main').focus();
  await page.keyboard.press('+');
  await eventually(async () => assert.equal(await page.locator('.look output').textContent(), '125%'));
});

scenario('without a store the language can be changed too', async ({ page, context }) => {
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
  });
  await page.reload();
  await choice(page).selectOption('English');
  await page.getByRole('button', { name: 'Large type' }).waitFor();
});

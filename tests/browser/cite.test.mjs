// Does a citation say what is known, and nothing that is not?

import { readFile } from 'node:fs/promises';
import { assert, eventually, openArticle, scenario, stepped } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

const dialog = (page) => page.getByRole('dialog', { name: '引用' });
const field = (page) => dialog(page).getByRole('textbox', { name: '引文' });
const form = (page) => dialog(page).getByRole('combobox', { name: '格式' });

async function open(page, name = HEADLINES.community) {
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: '引用', exact: true }).click();
  await dialog(page).waitFor();
}

scenario('every form gives what is known; the paper is not named, the day only inferred', async ({ page }) => {
  await open(page);
  const title = HEADLINES.community;
  const expected = {
    'GB/T 7714—2025': new RegExp(`^杨建义\\. ${title}\\[N\\]\\. \\[2025\\]\\.$`),
    'GB/T 7714—2015': new RegExp(`^杨建义\\. ${title}\\[N\\]\\. \\[2025\\]\\.$`),
    一句话: new RegExp(`^杨建义：《${title}》，2025年7月23日或稍后\\[推定\\]。$`),
    RIS: new RegExp(`^TY  - NEWS\\r?\\n[^]*TI  - ${title}\\r?\\nAU  - 杨建义\\r?\\n[^]*N1  - 出版日期推定为2025年7月23日或稍后[^]*ER  - `),
    BibTeX: new RegExp(`^@article\\{\\w{8},\\n  author = \\{\\{杨建义\\}\\},\\n  title = \\{\\{${title}\\}\\},\\n  keywords = \\{创建新时代[^}]*\\},\\n  note = `),
    'CSL-JSON': /^\[\{.*"issued":\{"date-parts":\[\[2025\]\],"circa":true\}/,
  };
  for (const [name, pattern] of Object.entries(expected)) {
    await form(page).selectOption(name);
    await eventually(async () => assert.match(await field(page).inputValue(), pattern));
    assert.doesNotMatch(await field(page).inputValue(), /运城日报|container-title|T2  -|journal|127\.0\.0\.1/, name);
  }
  const [item] = JSON.parse(await field(page).inputValue());
  assert.equal(item.type, 'article-newspaper');
  assert.equal(item.title, title);
});

scenario('a text that lost a piece says so in its record; one without a headline is named by its opening', async ({ page }) => {
  await open(page, HEADLINES.market);
  await form(page).selectOption('RIS');
  await eventually(async () => assert.match(await field(page).inputValue(), /N1  - 原文缺开头/));
  await dialog(page).getByRole('button', { name: '关闭' }).click();
  await stepped(page);
  await page.goBack();
  await page.getByRole('main').getByRole('article').last().getByRole('link').first().click();
  await page.getByRole('button', { name: '引用', exact: true }).click();
  await eventually(async () => assert.match(await field(page).inputValue(), /^常奇\. \[7月22日.*\]\[N\]\. \[2025\]\.$/));
});

scenario('in 繁體 what is no text of the paper is traditional, too', async ({ page }) => {
  await page.locator('select.language').selectOption('繁體');
  await page.getByRole('link', { name: HEADLINES.market }).click();
  await page.getByRole('button', { name: '引用', exact: true }).click();
  await form(page).selectOption('一句話');
  await eventually(async () => assert.match(await field(page).inputValue(), /2025年7月23日或稍後\[推定\]/));
  await form(page).selectOption('RIS');
  await eventually(async () => assert.match(await field(page).inputValue(), /N1  - 出版日期推定為2025年7月23日或稍後：文中最晚的消息日期[^]*N1  - 原文缺開頭/));
});

scenario('a citation is copied, and kept as a file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const text = await field(page).inputValue();
  await dialog(page).getByRole('button', { name: '复制' }).click();
  await eventually(async () => assert.equal(await dialog(page).getByRole('status').textContent(), '已复制'));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  await form(page).selectOption('BibTeX');
  const download = page.waitForEvent('download');
  await dialog(page).getByRole('link', { name: '下载文件' }).click();
  const file = await download;
  assert.match(file.suggestedFilename(), /^\w{8}\.bib$/);
  assert.equal(await readFile(await file.path(), 'utf8'), await field(page).inputValue());
});

scenario('a browser that refuses the clipboard leaves the text selected', async ({ page, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    Document.prototype.execCommand = () => false;
  });
  await page.reload();
  await open(page);
  await dialog(page).getByRole('button', { name: '复制' }).click();
  await eventually(async () => assert.match(await dialog(page).getByRole('status').textContent(), /请自己复制/));
  const selected = await field(page).evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));
  assert.equal(selected, await field(page).inputValue());
});

scenario('the dialog is used by keyboard, and gives the focus back', async ({ page }) => {
  await openArticle(page, HEADLINES.community);
  const button = page.getByRole('button', { name: '引用', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  assert(await dialog(page).evaluate((it) => it.contains(document.activeElement)));
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '引用');
});

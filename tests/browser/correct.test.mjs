// Can a reader put a misread word right, see the original at once, and hand it to the newsroom?

import { readFile } from 'node:fs/promises';
import { assert, eventually, openArticle, scenario } from './harness.mjs';
import { draw, editor, select, stored, write } from './pen.mjs';
import { HEADLINES } from './seed.mjs';

const proposed = (page) => page.locator('.proposed');
const text = (page) => page.locator('.text').textContent();

/** Corrects words of the open article. */
async function correct(page, words, to) {
  await select(page, words);
  await draw(page, '更正');
  await editor(page).waitFor();
  await write(page, to);
}

scenario('a correction is shown, the original one press away', async ({ page }) => {
  await openArticle(page, HEADLINES.market);
  const before = await text(page);
  await select(page, '从冻水河畔的自发聚集');
  await draw(page, '更正');
  await editor(page).getByRole('button', { name: '取消', exact: true }).waitFor();
  assert.equal(await editor(page).getByRole('textbox').inputValue(), '从冻水河畔的自发聚集');
  await write(page, '从涑水河畔的自发聚集');
  await proposed(page).waitFor();
  // What was marked is what is proposed: a single character can be judged by nobody.
  assert.equal(await proposed(page).textContent(), '从涑水河畔的自发聚集');
  assert.equal(await text(page), before.replace('从冻水', '从涑水'));
  await proposed(page).click();
  assert.equal(await proposed(page).textContent(), '从冻水河畔的自发聚集');
  assert.equal(await text(page), before);
  await proposed(page).click();
  assert.equal(await proposed(page).textContent(), '从涑水河畔的自发聚集');
  await page.getByText('原文“从冻水河畔的自发聚集”，我改为“从涑水河畔的自发聚集”').waitFor();
  await page.reload();
  await proposed(page).waitFor();
  assert.equal(await text(page), before.replace('从冻水', '从涑水'));
  // Words behind it are still found where they are.
  await select(page, '到党建引领');
  await draw(page, '划线');
  await eventually(async () => assert.equal((await page.locator('.own').allTextContents()).join(''), '到党建引领'));
});

scenario('a correction is a word of its line, turned by keys and copied without line ends', async ({ page }) => {
  await openArticle(page, HEADLINES.market);
  await correct(page, '从冻水河畔', '从涑水河畔');
  await proposed(page).waitFor();
  await select(page, '从涑水河畔');
  assert.equal(await page.evaluate(() => getSelection().toString()), '从涑水河畔');
  await page.getByRole('button', { name: '从涑水河畔', exact: true }).focus();
  for (const [key, shown] of [['Enter', '从冻水河畔'], ['Space', '从涑水河畔']]) {
    await page.keyboard.press(key);
    await eventually(async () => assert.equal(await proposed(page).textContent(), shown));
  }
});

scenario('corrections go out in the form that the newsroom reads', async ({ page }) => {
  await openArticle(page, HEADLINES.market);
  await correct(page, '从冻水河畔', '从涑水河畔');
  await proposed(page).waitFor();
  await page.getByRole('link', { name: '我的', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出更正 1 条：000_2caf9e3daaa9a3f0.toml' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), '000_2caf9e3daaa9a3f0.toml');
  const toml = await readFile(await download.path(), 'utf8');
  const dump = await readFile(new URL('../data/seed/000_2caf9e3daaa9a3f0.txt', import.meta.url), 'utf8');
  const line = dump.split('\n').findIndex((line) => line.includes('从冻水河畔')) + 1;
  assert(toml.endsWith(`\n[[correct]]\ntext = "从冻水河畔"\nline = ${line}\nto = "从涑水河畔"\n`), toml);
});

scenario('words can be proposed to go', async ({ page }) => {
  await openArticle(page, HEADLINES.market);
  await correct(page, '冻水', '');
  await editor(page).waitFor({ state: 'hidden' });
  const kept = (await stored(page)).entries.filter(({ kind }) => kind === 'correction');
  assert.equal(kept.length, 1);
});

scenario('what cannot be a correction says why, and stays to be put right', async ({ page }) => {
  await openArticle(page, HEADLINES.forest);
  await correct(page, '全市各级', '全市各级');
  await editor(page).getByText('没有改动').waitFor();
  await write(page, '全省各级');
  await editor(page).waitFor({ state: 'hidden' });
  // Over the place where the dump is cut.
  await correct(page, '初期高效扑灭', '初其低率扑灭');
  await editor(page).getByText('跨了行或跨了段').waitFor();
  await page.keyboard.press('Escape');
  await editor(page).waitFor({ state: 'hidden' });
  await eventually(async () => assert(!(await page.evaluate(() => document.activeElement === document.body))));
  assert.equal((await stored(page)).entries.filter(({ kind }) => kind === 'correction').length, 1);
  // Where there is one already.
  await correct(page, '全省各级', '本省各级');
  await editor(page).getByText('已有一条更正').waitFor();
});

scenario('a correction is made by keys alone', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  await page.keyboard.press('s');
  const selected = () => page.evaluate(() => getSelection().toString());
  assert.equal(await selected(), HEADLINES.park);
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  assert.match(await selected(), /^仲夏时节/);
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), '划线'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await editor(page).waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.tagName), 'TEXTAREA'));
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Delete');
  await page.keyboard.type('盛');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await proposed(page).waitFor();
  assert.match(await proposed(page).textContent(), /^盛夏时节/);
  await eventually(async () => assert(!(await page.evaluate(() => document.activeElement === document.body))));
});

scenario('a key pressed within the frame of the last one is not undone', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  await page.keyboard.press('s');
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), '划线'));
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(async () => {
    const here = () => document.activeElement.textContent;
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true, cancelable: true }));
    const atOnce = here();
    document.querySelectorAll('.pencil button')[2].focus();
    for (const _ of 'ab') await new Promise(requestAnimationFrame);
    return [atOnce, here()];
  });
  assert.deepEqual(focused, ['划线', '更正']);
});

scenario('keys pressed before the bar was painted first are not undone by it', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  const focused = await page.evaluate(async () => {
    const bar = () => document.querySelectorAll('.pencil button');
    const press = () =>
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true, cancelable: true }));
    press();
    // It is in the document before the next paint.
    while (!bar().length) await Promise.resolve();
    press();
    bar()[2].focus();
    for (const _ of 'ab') await new Promise(requestAnimationFrame);
    return document.activeElement.textContent;
  });
  assert.equal(focused, '更正');
});

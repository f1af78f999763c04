// Does the focus stay where the work is, when what had it is gone?

import { answered, assert, eventually, filter, lists, openArticle, scenario } from './harness.mjs';
import { draw, editor, holdsFocus, mine, pencil, select, write } from './pen.mjs';
import { HEADLINES } from './seed.mjs';

const focusIsOn = (button) =>
  eventually(async () => assert(await button.evaluate((it) => it === document.activeElement), `${button}`));

scenario('after marking, the focus is on what opened the bar, or on the marked text where that is out of sight', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 500 });
  await openArticle(page, HEADLINES.community);
  const take = page.getByRole('button', { name: '划线更正' });
  for (const way of ['收起', '划线']) {
    await take.focus();
    await page.keyboard.press('Enter');
    await focusIsOn(pencil(page).getByRole('button', { name: '划线' }));
    await pencil(page).getByRole('button', { name: way, exact: true }).focus();
    await page.keyboard.press('Enter');
    await focusIsOn(take);
  }
  const last = page.locator('.text p').last();
  const words = (await last.textContent()).slice(-8);
  for (const kind of ['批注', '更正']) {
    await take.focus();
    await page.keyboard.press('Enter');
    await last.evaluate((element) => element.scrollIntoView());
    await select(page, words);
    await pencil(page).getByText(words).waitFor();
    const scroll = await page.evaluate(() => scrollY);
    await pencil(page).getByRole('button', { name: kind, exact: true }).focus();
    await page.keyboard.press('Enter');
    await editor(page).getByRole('textbox').fill(kind === '批注' ? '问问老李' : `${words.slice(0, -2)}尾${words.slice(-1)}`);
    await editor(page).getByRole('button', { name: '保存' }).focus();
    await page.keyboard.press('Enter');
    await editor(page).waitFor({ state: 'hidden' });
    await holdsFocus(page, words.slice(0, 4));
    assert.equal(await page.evaluate(() => scrollY), scroll, 'the page stays');
  }
});

scenario('what is removed leaves the focus to the next of its kind, the last to a text in sight', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  for (const words of ['荷花', '仲夏时节', '民乐园']) {
    await select(page, words);
    await draw(page, '划线');
  }
  const remove = page.locator('.own-marks').getByRole('button', { name: /^删除/ });
  const names = await remove.evaluateAll((all) => all.map((it) => it.getAttribute('aria-label')));
  const button = (name) => page.getByRole('button', { name, exact: true });
  assert.equal(names.length, 3);
  const press = async (name) => {
    await button(name).focus();
    await page.keyboard.press('Enter');
    await button(name).waitFor({ state: 'detached' });
  };
  await press(names[1]);
  await focusIsOn(button(names[2]));
  await press(names[2]);
  await focusIsOn(button(names[0]));
  await press(names[0]);
  await holdsFocus(page, '');
});

scenario('a note that was changed leaves the focus on its button', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  await select(page, '荷花');
  await draw(page, '批注');
  await write(page, '六月');
  const edit = page.getByRole('button', { name: '改批注：荷花' });
  await edit.focus();
  await page.keyboard.press('Enter');
  await write(page, '七月');
  await page.getByText('批注：七月').waitFor();
  await focusIsOn(edit);
});

scenario('what was done is closed, and the focus is where it was done; Back from 我的 it is on 我的', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  await page.getByRole('button', { name: '收藏' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.dock .news').getByRole('button', { name: '关闭' }).click();
  await focusIsOn(page.getByRole('button', { name: '收藏' }));
  await mine(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '我的' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: HEADLINES.park }).waitFor();
  await focusIsOn(mine(page));
});

/** Presses Tab, or Shift+Tab, and asks each time whether anything stands on what has the focus. */
async function isNeverHidden(page, key, times) {
  for (let pressed = 0; pressed < times; pressed++) {
    await page.keyboard.press(key);
    const hidden = await page.evaluate(() => {
      const it = document.activeElement;
      // On what a box is: its whole row.
      const { left, right, top, bottom } = (it.closest('label') ?? it).getBoundingClientRect();
      const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isOwn = !above || it.contains(above) || above.contains(it) || it.closest('label')?.contains(above);
      return it === document.body || isOwn ? null : `${it.outerHTML.slice(0, 80)} behind ${above.outerHTML.slice(0, 80)}`;
    });
    assert.equal(hidden, null, `${key} ${pressed}`);
  }
}

scenario('what has the focus is not behind the bar of hits, nor behind the foot of the filters', async ({ page, open }) => {
  await page.setViewportSize({ width: 900, height: 420 });
  await open('#/?q=社区');
  await page.getByRole('main').getByRole('article').first().getByRole('link').first().click();
  await page.getByRole('group', { name: '查找结果' }).waitFor();
  await answered(page);
  await page.keyboard.press('End');
  await page.waitForFunction(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
  await isNeverHidden(page, 'Shift+Tab', 40);
  await page.setViewportSize({ width: 390, height: 420 });
  await open('#/');
  await page.getByRole('button', { name: '筛选' }).click();
  await filter(page, '稷山县').check();
  await lists(page, [HEADLINES.park]);
  await isNeverHidden(page, 'Tab', 40);
});

// Can everything be done by keys alone, and does a key do nothing where it should not?

import { assert, eventually, filter, headlines, lists, PHONE, scenario, searchBox } from './harness.mjs';
import { COUNT, HEADLINES } from './seed.mjs';

const heading = (page, name) => page.getByRole('heading', { level: 1, name });
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim());
const help = (page) => page.getByRole('dialog', { name: '键盘操作' });
const isKept = (page) =>
  eventually(async () => assert(!(await page.evaluate(() => document.activeElement === document.body)), 'the focus is lost'));
const standsAtMain = (page) =>
  eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'main'));

scenario('from the front page to an article, on, and back, without a mouse', async ({ page }) => {
  await page.keyboard.press('j');
  assert.equal(await focused(page), HEADLINES.community);
  await page.keyboard.press('j');
  assert.equal(await focused(page), HEADLINES.tourism);
  await page.keyboard.press('k');
  assert.equal(await focused(page), HEADLINES.community);
  await page.keyboard.press('Enter');
  await heading(page, HEADLINES.community).waitFor();
  await isKept(page);
  await page.keyboard.press('n');
  await heading(page, HEADLINES.tourism).waitFor();
  await isKept(page);
  await page.keyboard.press('p');
  await heading(page, HEADLINES.community).waitFor();
  await page.keyboard.press('u');
  await eventually(async () => assert.equal((await headlines(page)).length, COUNT));
  await isKept(page);
});

scenario('a search, its first result, and the filters, without a mouse', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('绛县');
  await eventually(async () => assert((await headlines(page)).includes(HEADLINES.basketball)));
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await focused(page), (await headlines(page))[0]));
  await page.keyboard.press('f');
  await eventually(async () => assert.match(await page.evaluate(() => document.activeElement.type), /checkbox/));
  await page.keyboard.press('Space');
  await eventually(async () => assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 1));
  await isKept(page);
});

scenario('Back puts the focus where one left', async ({ page }) => {
  for (let step = 0; step < 4; step++) await page.keyboard.press('j');
  const name = await focused(page);
  await page.keyboard.press('Enter');
  await heading(page, name).waitFor();
  await page.goBack();
  await eventually(async () => assert.equal(await focused(page), name));
});

scenario('the focus is not lost with the button that was pressed', async ({ page }) => {
  await filter(page, '绛县').check();
  await lists(page, [HEADLINES.basketball]);
  await page.getByRole('button', { name: '不再限于绛县' }).focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal((await headlines(page)).length, COUNT));
  await isKept(page);
});

scenario('the question mark names the keys, and gives the focus back', async ({ page }) => {
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await help(page).waitFor();
  for (const word of ['下一篇', '上一篇', '回到列表', '搜索', '筛选', '字大些', '换配色', '长辈模式', '朗读', '划线']) {
    assert((await help(page).textContent()).includes(word), word);
  }
  // Behind an open dialog nothing happens.
  const hash = new URL(page.url()).hash;
  await page.keyboard.press('e');
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await help(page).waitFor({ state: 'hidden' });
  assert.equal(await focused(page), HEADLINES.community);
  assert.equal(new URL(page.url()).hash, hash);
  assert.equal(await page.getByRole('button', { name: '长辈模式' }).getAttribute('aria-pressed'), 'false');
  await page.getByRole('button', { name: '键盘操作' }).click();
  await help(page).getByRole('button', { name: '关闭' }).click();
  await help(page).waitFor({ state: 'hidden' });
});

scenario('the question mark keeps the focus in the page where nothing had it', async ({ page }) => {
  await page.keyboard.press('?');
  await help(page).waitFor();
  await page.keyboard.press('Escape');
  await help(page).waitFor({ state: 'hidden' });
  await isKept(page);
});

scenario('size, colours and 长辈模式 have keys', async ({ page }) => {
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('-');
  assert.equal(await page.locator('.look output').textContent(), '125%');
  await page.keyboard.press('e');
  assert.equal(await page.getByRole('button', { name: '长辈模式' }).getAttribute('aria-pressed'), 'true');
  const before = await page.getByRole('combobox', { name: '配色' }).inputValue();
  await page.keyboard.press('t');
  assert.notEqual(await page.getByRole('combobox', { name: '配色' }).inputValue(), before);
});

scenario('a letter typed into the search box is a letter', async ({ page }) => {
  await searchBox(page).focus();
  await page.keyboard.type('jte?/');
  assert.equal(await searchBox(page).inputValue(), 'jte?/');
  assert.equal(await help(page).isVisible(), false);
  assert.equal(await page.getByRole('button', { name: '长辈模式' }).getAttribute('aria-pressed'), 'false');
});

scenario('keys with a modifier belong to the browser, those of an input method to it', async ({ page }) => {
  for (const key of ['Control+e', 'Alt+e', 'Meta+e']) await page.keyboard.press(key);
  await page.evaluate(() => {
    const init = { key: 'e', bubbles: true, isComposing: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', init));
    // What a browser sends when it fills in a form.
    document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
  });
  assert.equal(await page.getByRole('button', { name: '长辈模式' }).getAttribute('aria-pressed'), 'false');
});

scenario('single keys can be switched off, for good', async ({ page }) => {
  await page.keyboard.press('?');
  await help(page).getByRole('checkbox', { name: '单键可用' }).uncheck();
  await page.keyboard.press('Escape');
  await help(page).waitFor({ state: 'hidden' });
  const check = async () => {
    await page.keyboard.press('e');
    await page.keyboard.press('?');
    assert.equal(await page.getByRole('button', { name: '长辈模式' }).getAttribute('aria-pressed'), 'false');
    assert.equal(await help(page).isVisible(), false);
  };
  await check();
  await page.reload();
  await page.getByRole('main').waitFor();
  await check();
  await page.getByRole('button', { name: '键盘操作' }).click();
  await help(page).getByRole('checkbox', { name: '单键可用' }).check();
  await page.keyboard.press('Escape');
  await help(page).waitFor({ state: 'hidden' });
  await page.keyboard.press('e');
  assert.equal(await page.getByRole('button', { name: '长辈模式' }).getAttribute('aria-pressed'), 'true');
});

scenario('whatever has the focus shows it', async ({ page }) => {
  const seen = new Set();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
      const isSeen = outlineStyle !== 'none' && outlineWidth !== '0px' && opacity === '1';
      return { what: element.outerHTML.slice(0, 80), visible: isSeen };
    });
    if (found === null) break;
    assert(found.visible, found.what);
    seen.add(found.what);
  }
  assert(seen.size > 25, `${seen.size} stops`);
});

/** Whether the ring around what has the focus is whole: inside of the window, of what rolls, and over no other text. */
const ring = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const { outlineWidth, outlineOffset } = getComputedStyle(element);
    const out = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const box = element.getBoundingClientRect();
    const [left, top, right, bottom] = [box.left - out, box.top - out, box.right + out, box.bottom + out];
    const rolls = element.closest('.dock, dialog')?.getBoundingClientRect();
    if (left < (rolls?.left ?? 0) || right > (rolls?.right ?? innerWidth) || top < (rolls?.top ?? 0)) return 'cut off';
    const walker = document.createTreeWalker(element.closest('dialog, header, .dock, main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      if (element.contains(walker.currentNode) || !walker.currentNode.data.trim()) continue;
      for (const text of range.getClientRects()) {
        const meets = text.width > 1 && text.left < right && text.right > left && text.top < bottom && text.bottom > top;
        if (meets) return `over ${walker.currentNode.data}`;
      }
    }
    return 'whole';
  });

scenario('the ring of the focus is whole: around tools of the head, and above a headline one goes back to', async ({ page }) => {
  await page.getByText('离线可读').waitFor();
  await page.getByRole('combobox', { name: '配色' }).focus();
  await page.keyboard.press('Tab');
  assert.equal(await ring(page), 'whole');
  for (let step = 0; step < 6; step++) await page.keyboard.press('j');
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('k');
    assert.notEqual(await ring(page), 'cut off');
  }
});

scenario(
  'the ring of the focus is whole on a phone: in the bar below, and in what stands over the page',
  async ({ page }) => {
    await page.getByRole('main').getByRole('link', { name: HEADLINES.park }).click();
    await heading(page, HEADLINES.park).waitFor();
    await page.keyboard.press('s');
    await page.locator('.pencil').waitFor();
    await eventually(async () => assert.equal(await focused(page), '划线'));
    assert.equal(await ring(page), 'whole');
    await page.keyboard.press('Escape');
    for (const name of ['引用', '分享']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      for (const control of await page.getByRole('dialog').locator('select, textarea').all()) {
        await control.focus();
        assert.equal(await ring(page), 'whole', `${name}: ${await control.evaluate((it) => it.parentElement.textContent)}`);
      }
      await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
  },
  { viewport: PHONE },
);

scenario('the keyboard goes over the bar at the foot, and the page stays where it is', async ({ page }) => {
  await page.getByRole('main').getByRole('link', { name: HEADLINES.community }).click();
  await heading(page, HEADLINES.community).waitFor();
  await page.keyboard.press('s');
  await eventually(async () => assert.equal(await focused(page), '划线'));
  const scroll = await page.evaluate(() => scrollY);
  for (const name of ['批注', '更正', '从这里朗读', '选下一句', '收起']) {
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), name);
    assert.equal(await page.evaluate(() => scrollY), scroll, name);
  }
});

scenario('the help begins at its head, where a space switches nothing off', async ({ page }) => {
  await page.keyboard.press('?');
  await help(page).waitFor();
  assert.equal(await focused(page), '键盘操作');
  await page.keyboard.press('Space');
  assert(await help(page).getByRole('checkbox', { name: '单键可用' }).isChecked());
});

scenario('Escape folds a reason that is unfolded, and takes back a question', async ({ page }) => {
  const reasons = page.locator('.masthead .inferred');
  const names = await reasons.locator('summary').evaluateAll((all) => all.map((it) => it.getAttribute('aria-label')));
  assert(names.length > 1 && names.every((name) => name.startsWith('推定')), names);
  assert.equal(new Set(names).size, names.length);
  for (const reason of await reasons.all()) {
    await reason.locator('summary').focus();
    await page.keyboard.press('Enter');
    assert(await reason.evaluate((it) => it.open));
    await page.keyboard.press('Escape');
    assert(!(await reason.evaluate((it) => it.open)));
    assert(await reason.locator('summary').evaluate((it) => it === document.activeElement));
  }
  await page.getByRole('main').getByRole('link', { name: HEADLINES.park }).click();
  await page.getByRole('button', { name: '收藏' }).click();
  await page.getByRole('link', { name: '我的', exact: true }).click();
  // The view takes the focus when it is there.
  await eventually(async () => assert(await page.evaluate(() => document.activeElement.closest('main') !== null)));
  await page.getByRole('button', { name: '全部清除' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '确定清除 1 条' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '全部清除' }).waitFor();
});

scenario('Enter goes from one article to the next, and not back again', async ({ page }) => {
  const names = Object.values(HEADLINES);
  await page.getByRole('main').getByRole('link', { name: names[0] }).click();
  for (const name of names.slice(1, 4)) {
    await page.locator('a[rel=next]').first().waitFor();
    await standsAtMain(page);
    await page.locator('a[rel=next]').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
  await standsAtMain(page);
});

scenario('the first key leads past all that stands above', async ({ page }) => {
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: '跳到正文' });
  assert(await skip.evaluate((it) => it === document.activeElement));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert(await page.evaluate(() => document.activeElement.closest('main') !== null));
});

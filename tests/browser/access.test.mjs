// Can everybody use every view? axe-core in each theme, reflow, zoom, targets for fingers, forced colours.

import { violations } from './axe.mjs';
import { assert, filter, PHONE, scenario, searchBox, shown } from './harness.mjs';
import { draw, editor, pencil, select, write } from './pen.mjs';
import { HEADLINES } from './seed.mjs';
import { speaks } from './voice.mjs';

/** What there is to see: a fragment, and what to do there. */
const VIEWS = {
  front: { hash: '#/' },
  'a filtered front page': { hash: '#/?county=绛县&kind=消息' },
  'nothing left by filters': { hash: '#/?county=绛县&kind=图片' },
  results: { hash: '#/?q=绛县' },
  'results that sound alike': { hash: '#/?q=jiangxian' },
  'nothing found': { hash: '#/?q=紫禁城' },
  article: { hash: '#/', enter: (page) => page.getByRole('link', { name: HEADLINES.market }).click() },
  'article with hits': { hash: '#/?q=荷', enter: (page) => page.getByRole('link', { name: HEADLINES.park }).click() },
  'no such article': { hash: '#/a/00000000' },
  'what may be typed': { hash: '#/', enter: complete },
  'how to ask': { hash: '#/', enter: (page) => page.getByText('怎样查', { exact: true }).click() },
  'reasons of what is inferred': { hash: '#/', enter: reason },
  keys: { hash: '#/', enter: (page) => page.keyboard.press('?') },
  'the dump beside an article': { hash: '#/', enter: (page) => tool(page, '原始文本') },
  'the dump of the page': { hash: '#/?raw=1' },
  cite: { hash: '#/', enter: (page) => tool(page, '引用') },
  share: { hash: '#/', enter: (page) => tool(page, '分享') },
  'reading aloud explained': { hash: '#/', enter: explain },
  'words selected': { hash: '#/', enter: (page) => mark(page, () => select(page, '不少游人')) },
  'a note being written': {
    hash: '#/',
    enter: (page) => mark(page, async () => {
      await select(page, '不少游人');
      await draw(page, '批注');
      await editor(page).waitFor();
    }),
  },
  'an article with marks of one’s own': { hash: '#/', enter: markAll },
  'what was kept': { hash: '#/mine', enter: (page) => page.getByRole('heading', { level: 1, name: '我的' }).waitFor() },
};

const options = (page) => page.getByRole('listbox', { name: '可选的值' }).getByRole('option');

async function complete(page) {
  await searchBox(page).fill('县:');
  await options(page).first().waitFor();
  await searchBox(page).press('ArrowDown');
}

/** By keyboard: one that is open lies over the next. */
async function reason(page) {
  for (const reason of await page.locator('.inferred:visible').all()) await reason.locator('summary').press('Enter');
  assert.notEqual(await page.locator('.inferred[open] .reason:visible').count(), 0);
}

/** In 长辈模式 some tools are not there. */
async function tool(page, name) {
  await page.getByRole('link', { name: HEADLINES.market }).click();
  const button = page.getByRole('button', { name, exact: true });
  await page.getByRole('heading', { level: 1, name: HEADLINES.market }).waitFor();
  if (await button.isVisible()) await button.click();
}

const THEMES = ['', 'light', 'dark', 'sepia', 'contrast'];

async function explain(page) {
  await page.getByRole('button', { name: /^播报/ }).click();
  await page.getByRole('region', { name: '朗读' }).getByRole('button', { name: '关闭' }).waitFor();
}

async function mark(page, how) {
  await page.getByRole('link', { name: HEADLINES.park, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.park }).waitFor();
  await how();
  if (await editor(page).isHidden()) await pencil(page).waitFor();
}

/** A bookmark, a note and a correction in the open article. */
async function markAll(page) {
  await mark(page, async () => {
    if (await page.locator('.own').count()) return select(page, '不少游人');
    await page.getByRole('button', { name: '收藏' }).click();
    await select(page, '荷花');
    await draw(page, '批注');
    await write(page, '七月');
    await select(page, '稷山县民乐园');
    await draw(page, '更正');
    await write(page, '稷山县民樂园');
    await page.locator('.proposed').waitFor();
    await select(page, '不少游人');
  });
}

async function show(page, { hash, enter }) {
  await page.evaluate(() => {
    const dialog = document.querySelector('dialog[open]');
    // Its entry in the history goes with it, before anyone goes elsewhere.
    const gone = () => new Promise((done) => addEventListener('popstate', () => done(), { once: true }));
    return dialog && (dialog.close(), gone());
  });
  await page.evaluate(() => document.querySelectorAll('details[open]').forEach((it) => (it.open = false)));
  // Pressing one may take another away.
  await page.evaluate(() => {
    const name = (button) => button.getAttribute('aria-label') ?? button.textContent;
    const closing = [...document.querySelectorAll('.dock button')].filter((button) => /关闭|收起/.test(name(button)));
    closing.forEach((button) => button.click());
  });
  await page.evaluate((hash) => (location.hash = hash), hash);
  await page.waitForFunction((hash) => decodeURIComponent(location.hash) === hash, hash);
  await shown(page);
  await enter?.(page);
  await shown(page);
}

async function look(page, words) {
  await page.evaluate((words) => localStorage.setItem('banxin-look', words), words);
  await page.reload();
  await page.getByRole('main').waitFor();
}

for (const theme of THEMES) {
  for (const elder of ['', 'elder']) {
    scenario(`axe-core finds nothing in any view: ${theme || 'system'} ${elder}`, async ({ page }) => {
      if (theme === '') await page.emulateMedia({ colorScheme: 'dark' });
      await look(page, `${theme} ${elder}`);
      for (const [name, view] of Object.entries(VIEWS)) {
        await show(page, view);
        assert.deepEqual(await violations(page), [], name);
      }
    });
  }
}

for (const words of ['elder', 'elder dark', 'elder sepia', 'contrast', 'contrast elder size-3']) {
  scenario(`contrast is 7 to 1 in: ${words}`, async ({ page }) => {
    await look(page, words);
    const runOnly = { type: 'rule', values: ['color-contrast-enhanced'] };
    for (const [name, view] of Object.entries(VIEWS)) {
      await show(page, view);
      assert.deepEqual(await violations(page, { runOnly, rules: { 'color-contrast-enhanced': { enabled: true } } }), [], name);
    }
  });
}

scenario(
  'axe-core finds nothing on a phone, with the filters open',
  async ({ page }) => {
    for (const words of ['', 'elder', 'dark size-5']) {
      await look(page, words);
      await page.getByRole('button', { name: '筛选' }).click();
      assert.deepEqual(await violations(page), [], words);
    }
  },
  { viewport: PHONE },
);

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Whatever can be pressed, smaller than `least` pixels in either direction. */
const small = (page, least) =>
  page.evaluate((least) => {
    // Rows of the dump grow where there are fingers: raw.test.mjs.
    const pressed = 'a, button:not(.dump [data-owner] *), [role=button], input, select, summary, textarea';
    const all = [...document.querySelectorAll(pressed)];
    const seen = all.map((element) => (element.matches('.choice input') ? element.closest('label') : element));
    const boxes = seen.map((element) => [element, element.getBoundingClientRect()]);
    // What only the keyboard brings up is clipped until then.
    const isClipped = (element) => getComputedStyle(element).clipPath !== 'none';
    const visible = boxes.filter(([element, { width, height }]) => width > 0 && height > 0 && !isClipped(element));
    const wrong = visible.filter(([, { width, height }]) => Math.min(width, height) < least - 0.5);
    return wrong.map(([element, { width, height }]) => `${width.toFixed(1)} × ${height.toFixed(1)} ${element.outerHTML.slice(0, 90)}`);
  }, least);

for (const [words, width] of [
  ['', 320],
  ['elder', 320],
  ['size-2', 320],
  ['size-5', 360],
  ['elder size-5', 360],
  // 1280 pixels at 200 %.
  ['', 640],
  ['elder', 640],
]) {
  scenario(
    `nothing runs out of ${width} pixels, and fingers meet everything: ${words}`,
    async ({ page }) => {
      await look(page, words);
      for (const [name, view] of Object.entries(VIEWS)) {
        await show(page, view);
        assert.equal(await overflow(page), 0, name);
        assert.deepEqual(await small(page, words.includes('elder') ? 48 : 44), [], name);
      }
    },
    { viewport: { width, height: 640 } },
  );
}

/** Each run of text, and each name and title, with the language of the nearest element that says one. */
const languages = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const runs = [];
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      const isText = !parentElement.closest('script, noscript, style, .language, svg') && data.trim();
      if (isText && parentElement.checkVisibility()) runs.push([parentElement.closest('[lang]').lang, data.trim()]);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (element.closest('.language') || !element.checkVisibility()) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name);
        if (text) runs.push([element.closest('[lang]').lang, text]);
      }
    }
    return runs;
  });

scenario('every run of text says its language: English interface, Chinese paper', async ({ page }) => {
  await look(page, 'en');
  for (const [name, view] of Object.entries(VIEWS)) {
    // What is pressed on the way has other names in English.
    if (view.enter && !['article', 'article with hits', 'keys'].includes(name)) continue;
    await show(page, view);
    const runs = await languages(page);
    assert(runs.length > 5, name);
    const isChinese = (text) => /\p{Script=Han}/u.test(text);
    const wrong = runs.filter(([lang, text]) => {
      // A sentence that quotes the paper, or a name of it, is the interface's own where it has words of it.
      if (lang.startsWith('en')) return isChinese(text) && !/[a-z]{2}/i.test(text);
      return lang.startsWith('zh') && /[a-z]{4}/i.test(text) && !isChinese(text) && !/\.txt|GB\/T|jiangxian/.test(text);
    });
    assert.deepEqual(wrong, [], name);
  }
});

scenario('what is picked, current, missing or pressed is told by more than its colour', async ({ page, open }) => {
  const looks = (locator) =>
    locator.evaluate((it) => {
      const seen = getComputedStyle(it);
      const mark = getComputedStyle(it, '::before').content;
      return [seen.fontWeight, seen.textDecorationLine, seen.borderTopWidth, seen.borderInlineStartWidth, seen.boxShadow, mark].join();
    });
  // A pressed button.
  const elder = page.getByRole('button', { name: '长辈模式' });
  const before = await looks(elder);
  await elder.click();
  assert.notEqual(await looks(elder), before);
  await elder.click();
  // A filter, on the map and in the list.
  await filter(page, '绛县').check();
  assert.match(await filter(page, '绛县').evaluate((it) => getComputedStyle(it.parentElement.querySelector('.count'), '::before').content), /✓/);
  // The current hit among hits.
  await open('#/?q=荷');
  await page.getByRole('link', { name: HEADLINES.park }).click();
  const marks = page.locator('.text mark');
  assert.notEqual(await looks(marks.nth(0)), await looks(marks.nth(1)));
  // Places in an article are underlined, gaps say what they are.
  assert.match(await looks(page.locator('.place').first()), /underline/);
  assert.match(await page.locator('.gap').first().textContent(), /原文缺/);
  // The dump's own and current lines.
  await page.getByRole('button', { name: '原始文本', exact: true }).click();
  const own = page.locator('.dump .own').first();
  assert.notEqual(await looks(own), await looks(page.locator('.dump .lines > div:not(.own)').first()));
  const toggle = page.getByRole('button', { name: '原始文本', exact: true });
  assert.notEqual(await looks(toggle), await looks(page.getByRole('button', { name: '分享', exact: true })));
  const calm = await looks(own);
  await own.hover();
  assert.notEqual(await looks(own), calm);
});

scenario('with motion unwanted nothing rolls softly, and all is there', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [name, view] of Object.entries(VIEWS)) {
    await show(page, view);
    const moving = await page.evaluate(() => document.getAnimations().length);
    assert.equal(moving, 0, name);
  }
});

scenario('forced colours leave nothing invisible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const [name, view] of Object.entries(VIEWS)) {
    await show(page, view);
    assert.deepEqual(await violations(page), [], name);
  }
});

scenario('fingers meet everything on a wide screen too', async ({ page }) => {
  for (const [name, view] of Object.entries(VIEWS)) {
    await show(page, view);
    assert.deepEqual(await small(page, 44), [], name);
  }
});

scenario('in forced colours what is picked is still told from what is not', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await filter(page, '绛县').check();
  const border = (name) => filter(page, name).evaluate((it) => getComputedStyle(it).borderTopWidth);
  assert.notEqual(await border('绛县'), await border('新绛县'));
  const mark = (name) => filter(page, name).evaluate((it) => getComputedStyle(it.parentElement.querySelector('.count'), '::before').content);
  assert.match(await mark('绛县'), /✓/);
  await searchBox(page).fill('绛县');
  await page.locator('mark').first().waitFor();
  const { colour, ground } = await page.locator('mark').first().evaluate((it) => {
    const { color, backgroundColor } = getComputedStyle(it);
    return { colour: color, ground: backgroundColor };
  });
  assert.notEqual(colour, ground);
  assert.deepEqual(await violations(page), []);
});

scenario('in forced colours the value that Enter would take is told from the others', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await complete(page);
  const edge = (nth) => options(page).nth(nth).evaluate((it) => getComputedStyle(it).outlineStyle);
  assert.deepEqual([await edge(0), await edge(1)], ['solid', 'none']);
});

scenario('in forced colours counties that cannot be chosen are told from those that can', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const looks = (name) =>
    filter(page, name).evaluate((it) => [getComputedStyle(it.closest('label')).color, getComputedStyle(it).borderTopStyle]);
  const [able, empty] = [await looks('稷山县'), await looks('河津市')];
  assert.notEqual(able[0], empty[0]);
  assert.notEqual(able[1], empty[1]);
});

scenario('in forced colours the hit one stands at is told from the others, in the text and along the scroll', async ({ page, open }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open('#/?q=社区');
  await page.getByRole('main').getByRole('article').first().getByRole('link').first().click();
  const style = (selector, name) => page.locator(selector).first().evaluate((it, name) => getComputedStyle(it)[name], name);
  await page.locator('mark.current').first().waitFor();
  assert.equal(await style('mark.current', 'outlineStyle'), 'solid');
  assert.equal(await style('mark:not(.current)', 'outlineStyle'), 'none');
  await page.locator('.strip .current').waitFor();
  const ground = await style('html', 'backgroundColor');
  for (const each of ['.strip .current', '.strip span:not(.current)']) assert.notEqual(await style(each, 'backgroundColor'), ground);
  assert.notEqual(await style('.strip .current', 'height'), await style('.strip span:not(.current)', 'height'));
});

scenario('in forced colours marks of one’s own and what is read are told from other text', async ({ page, context }) => {
  await speaks(context);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.reload();
  await page.getByRole('main').waitFor();
  await markAll(page);
  await page.locator('.tools').getByRole('button', { name: '朗读' }).click();
  const line = (selector) => page.locator(selector).first().evaluate((it) => getComputedStyle(it).textDecorationLine);
  assert.deepEqual([await line('.own'), await line('.proposed')], ['underline', 'underline']);
  await page.locator('.speaking').waitFor();
  const outline = page.locator(':has(> .speaking)').last();
  assert.notEqual(await outline.evaluate((it) => getComputedStyle(it).outlineStyle), 'none');
  assert.deepEqual(await violations(page), []);
});

scenario('a wish for contrast is heard', async ({ page }) => {
  await page.emulateMedia({ contrast: 'more' });
  const runOnly = { type: 'rule', values: ['color-contrast-enhanced'] };
  for (const [name, view] of Object.entries(VIEWS)) {
    await show(page, view);
    assert.deepEqual(await violations(page, { runOnly, rules: { 'color-contrast-enhanced': { enabled: true } } }), [], name);
  }
});

scenario('results are announced politely, once', async ({ page }) => {
  const line = page.getByRole('main').getByRole('status').first();
  await searchBox(page).fill('荷');
  await page.waitForFunction(() => document.querySelector('main [role=status]').textContent.includes('荷'));
  assert.match(await line.textContent(), /1 篇/);
  assert.equal(await line.evaluate((it) => it.closest('[aria-live=assertive], [role=alert]')), null);
});

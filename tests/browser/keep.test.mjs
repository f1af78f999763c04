// Does the page keep what a reader wants kept, on this device, and never at the price of reading?

import { readFile } from 'node:fs/promises';
import { assert, eventually, headlines, openArticle, scenario } from './harness.mjs';
import { draw, editor, holdsFocus, openMine, pencil, select, stored, write } from './pen.mjs';
import { COUNT, HEADLINES } from './seed.mjs';

const told = (page) => page.locator('.dock .told');
const section = (page, name) => page.getByRole('region', { name, exact: true });

async function reload(page) {
  await page.reload();
  await page.getByRole('main').waitFor();
}

async function importFile(page, text) {
  const buffer = Buffer.from(text);
  await page.locator('input#import').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer });
}

async function exported(page, name = '导出全部') {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

scenario('a bookmark is there after a reload, in the list and under 我的', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  await page.getByRole('button', { name: '收藏' }).click();
  await eventually(async () => assert.equal(await told(page).textContent(), '已保存'));
  await reload(page);
  assert.equal(await page.getByRole('button', { name: '收藏' }).getAttribute('aria-pressed'), 'true');
  await page.getByRole('link', { name: /返回列表/ }).first().click();
  await page.getByRole('article').filter({ hasText: HEADLINES.park }).getByText('已收藏').waitFor();
  await openMine(page);
  // Of two alike one can tell which it is: by paper or region, day and page.
  assert.match(await section(page, '收藏').getByRole('listitem').locator('.source').textContent(), /运城市.*2025年7月23日/);
  await section(page, '收藏').getByRole('link', { name: HEADLINES.park }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.park }).waitFor();
  await page.getByRole('button', { name: '收藏' }).click();
  await openMine(page);
  await page.getByText('还没有留下什么').waitFor();
});

scenario('a highlight and its note lie on the words, over joints and paragraphs', async ({ page }) => {
  await openArticle(page, HEADLINES.forest);
  const before = await page.locator('.text').textContent();
  // 初期高 and 效扑灭 stand in two pieces of the dump.
  await select(page, '火情早期发现、初期高效扑灭');
  await draw(page, '划线');
  const own = page.locator('.own');
  await eventually(async () => assert.equal((await own.allTextContents()).join(''), '火情早期发现、初期高效扑灭'));
  assert.equal(await page.evaluate(() => getSelection().toString()), '');
  await select(page, '全市各级森林扑火专业队伍');
  await draw(page, '批注');
  await editor(page).waitFor();
  assert.equal(await editor(page).locator('blockquote').textContent(), '全市各级森林扑火专业队伍');
  await write(page, '问问老李去了没有');
  await page.getByText('批注：问问老李去了没有').waitFor();
  assert.equal(await page.locator('.text').textContent(), before);
  const check = async () => {
    assert.equal(
      (await own.allTextContents()).join(''),
      '全市各级森林扑火专业队伍火情早期发现、初期高效扑灭',
    );
    // Not by colour alone.
    const { line, sign } = await own.first().evaluate((element) => ({
      line: getComputedStyle(element).textDecorationLine,
      sign: getComputedStyle(element, '::after').content,
    }));
    assert.deepEqual({ line, sign }, { line: 'underline', sign: '"注"' });
  };
  await check();
  await reload(page);
  await check();
  const [first] = (await stored(page)).entries.filter(({ kind }) => kind === 'highlight');
  assert.equal(first.anchor.quote, '火情早期发现、初期高效扑灭');
  // A selection over two paragraphs.
  await select(page, '人民群众生命财产安全筑牢铜墙铁壁。');
  await draw(page, '划线');
  await openMine(page);
  assert.equal(await section(page, '划线、批注').getByRole('listitem').count(), 3);
  await section(page, '划线、批注').getByText('问问老李去了没有').waitFor();
});

scenario('a note can be changed and removed, and the focus stays on the page', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  await select(page, '荷花');
  await draw(page, '批注');
  await write(page, '六月');
  await page.getByRole('button', { name: '改批注：荷花' }).click();
  assert.equal(await editor(page).getByRole('textbox').inputValue(), '六月');
  await write(page, '七月');
  await page.getByText('批注：七月').waitFor();
  assert.equal((await stored(page)).entries.filter(({ kind }) => kind === 'highlight').length, 1);
  await page.getByRole('button', { name: '删除：荷花' }).focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await page.locator('.own').count(), 0));
  await eventually(async () => assert(!(await page.evaluate(() => document.activeElement === document.body))));
});

scenario('words that have quotation marks of their own at an end get no others', async ({ page }) => {
  await openArticle(page, HEADLINES.community);
  for (const words of ['“党员认养花坛”', '月季花丛']) {
    await select(page, words);
    await draw(page, '划线');
  }
  const marks = (quotation) => quotation.evaluate((element) => getComputedStyle(element).quotes);
  const own = (words) => page.locator('q').filter({ hasText: words });
  const check = async () => {
    assert.equal(await marks(own('党员认养花坛')), 'none');
    assert.notEqual(await marks(own('月季花丛')), 'none');
  };
  await check();
  await openMine(page);
  await check();
});

scenario('highlights and hits of a search lie over each other', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  await select(page, '数十亩荷花迎来');
  await draw(page, '划线');
  await page.getByRole('combobox', { name: '搜索' }).fill('荷花');
  await openArticle(page, HEADLINES.park);
  await eventually(async () => assert.equal((await page.locator('.own').allTextContents()).join(''), '数十亩荷花迎来'));
  assert((await page.locator('mark').allTextContents()).includes('荷花'));
});

scenario('an article that was read to its end says so, and one left midway offers to go on', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 400 });
  await openArticle(page, HEADLINES.community);
  const heading = page.locator('.subhead').nth(1);
  await heading.evaluate((element) => element.scrollIntoView());
  const text = await heading.textContent();
  await eventually(async () => assert((await stored(page))?.entries.some(({ kind }) => kind === 'place')));
  await page.goto(page.url().split('#')[0]);
  await openArticle(page, HEADLINES.community);
  await page.getByText(`上次读到“${text.slice(0, 16)}`).waitFor();
  await page.getByRole('button', { name: '接着读' }).click();
  await eventually(async () => {
    const top = await heading.evaluate((element) => element.getBoundingClientRect().top);
    assert(top > -5 && top < 300, `${top}`);
  });
  await page.locator('main .way').last().evaluate((element) => element.scrollIntoView());
  await eventually(async () => assert((await stored(page)).entries.some(({ kind }) => kind === 'read')));
  assert(!(await stored(page)).entries.some(({ kind }) => kind === 'place'));
  await page.getByRole('link', { name: /返回列表/ }).first().click();
  await page.getByRole('article').filter({ hasText: HEADLINES.community }).getByText('读过').waitFor();
});

scenario('all of it goes into a file, and the file into another browser', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  await page.getByRole('button', { name: '收藏' }).click();
  await select(page, '荷花');
  await draw(page, '划线');
  await openMine(page);
  const { name, text } = await exported(page);
  assert.equal(name, 'banxin-kept.json');
  const file = JSON.parse(text);
  assert.deepEqual([file.format, file.version], ['banxin-kept', 1]);
  // Offsets are code points of the dump.
  const dump = await readFile(new URL('../data/seed/000_2caf9e3daaa9a3f0.txt', import.meta.url), 'utf8');
  const { start, end, quote } = file.entries.find(({ kind }) => kind === 'highlight').anchor;
  assert.equal([...dump.replace(/^\uFEFF/, '')].slice(start, end).join(''), quote);

  await page.getByRole('button', { name: '全部清除' }).click();
  await page.getByRole('button', { name: `确定清除 ${file.entries.length} 条` }).click();
  await page.getByText('还没有留下什么').waitFor();
  // What was kept meanwhile stays.
  await page.goBack();
  await page.getByRole('link', { name: /返回列表/ }).first().click();
  // Its end is not in sight: it is not read meanwhile.
  await openArticle(page, HEADLINES.community);
  await page.getByRole('button', { name: '收藏' }).click();
  await openMine(page);
  await importFile(page, text);
  await eventually(async () => assert.match(await told(page).textContent(), new RegExp(`^导入了 ${file.entries.length} 条，共 ${file.entries.length + 1} 条`)));
  await importFile(page, text);
  await eventually(async () => assert.match(await told(page).textContent(), new RegExp(`^导入了 0 条，共 ${file.entries.length + 1} 条`)));
  assert.equal(await section(page, '收藏').getByRole('listitem').count(), 2);
});

scenario('nothing kept is nothing to export', async ({ page }) => {
  await openMine(page);
  const button = page.getByRole('button', { name: '导出全部' });
  assert.equal(await button.getAttribute('aria-disabled'), 'true');
  let files = 0;
  page.on('download', () => files++);
  await button.click({ force: true });
  await page.waitForTimeout(500);
  assert.equal(files, 0);
});

scenario('a bad file is told by what is wrong with it, and changes nothing', async ({ page }) => {
  await openMine(page);
  const bad = [
    ['版心', /不是 JSON/],
    ['{"a":1}', /不是版心导出的文件/],
    ['[]', /不是版心导出的文件/],
    ['{"format":"banxin-kept","version":99,"entries":[]}', /更新的版本/],
    ['{"format":"banxin-kept","version":1,"entries":[{"kind":"x"}]}', /已损坏/],
    ['{"format":"banxin-kept","version":1}', /已损坏/],
  ];
  for (const [text, sentence] of bad) {
    await importFile(page, text);
    await eventually(async () => assert.match(await told(page).textContent(), sentence));
  }
  assert.equal(await page.evaluate(() => localStorage.getItem('banxin-kept')), null);
});

scenario('what is said of a bad file is closed by its button or Escape, and goes with the view', async ({ page }) => {
  const fails = async () => {
    await importFile(page, '版心');
    await eventually(async () => assert.match(await told(page).textContent(), /不是 JSON/));
  };
  const gone = () => eventually(async () => assert.equal(await told(page).textContent(), ''));
  await openMine(page);
  await fails();
  await page.locator('.dock').getByRole('button', { name: '关闭' }).click();
  await gone();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'main'));
  await fails();
  await page.keyboard.press('Escape');
  await gone();
  await fails();
  await page.goBack();
  await page.getByRole('article').first().waitFor();
  await gone();
  assert.equal((await page.locator('.dock').boundingBox()).height, 0);
});

scenario('words of an edition that changed are found again or said to be gone', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  await select(page, '荷花');
  await draw(page, '划线');
  await eventually(async () => assert((await stored(page))?.entries.length > 0));
  await page.evaluate(() => {
    const file = JSON.parse(localStorage.getItem('banxin-kept'));
    const entry = file.entries.find(({ kind }) => kind === 'highlight');
    entry.anchor.start += 40;
    entry.anchor.end += 40;
    const gone = { ...entry, anchor: { ...entry.anchor, start: 1, end: 3, quote: '莲蓬' } };
    const away = { ...entry, kind: 'bookmark', article: '00000000', title: '昨天的一篇' };
    file.entries.push(gone, away);
    localStorage.setItem('banxin-kept', JSON.stringify(file));
  });
  await reload(page);
  await eventually(async () => assert.deepEqual(await page.locator('.own').allTextContents(), ['荷花']));
  await page.locator('.own-marks').getByText('找不到这一处').waitFor();
  await openMine(page);
  await section(page, '收藏').getByText('昨天的一篇').waitFor();
  assert.equal(await section(page, '收藏').getByRole('link').count(), 0);
});

for (const [what, breakIt] of [
  ['refuses', () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } })],
  ['is full', () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }],
]) {
  scenario(`a device that ${what} keeps all until the page is closed, and says so`, async ({ page, context }) => {
    await context.addInitScript(breakIt);
    await reload(page);
    await openArticle(page, HEADLINES.park);
    await page.getByRole('button', { name: '收藏' }).click();
    await eventually(async () => assert.match(await told(page).textContent(), /存不下/));
    await select(page, '荷花');
    await draw(page, '划线');
    await eventually(async () => assert.deepEqual(await page.locator('.own').allTextContents(), ['荷花']));
    await openMine(page);
    // Who is slow has read on meanwhile, which is kept, too.
    const kinds = JSON.parse((await exported(page)).text).entries.map(({ kind }) => kind);
    assert.deepEqual(kinds.filter((kind) => ['bookmark', 'highlight'].includes(kind)).sort(), ['bookmark', 'highlight']);
    await page.goBack();
    await page.getByRole('link', { name: /返回列表/ }).first().click();
    await eventually(async () => assert.equal((await headlines(page)).length, COUNT));
  });
}

scenario('what the device holds may be anything, or go away while one reads', async ({ page }) => {
  await page.evaluate(() => localStorage.setItem('banxin-kept', '{"format":"banxin-kept","version":7,"entries":3}'));
  await reload(page);
  await openArticle(page, HEADLINES.park);
  await page.getByRole('button', { name: '收藏' }).click();
  await eventually(async () => assert((await stored(page)).entries.some(({ kind }) => kind === 'bookmark')));
  // What a newer version wrote is put aside, not written over.
  assert.match(await page.evaluate(() => localStorage.getItem('banxin-kept-aside')), /"version":7/);
  await page.evaluate(() => localStorage.clear());
  await select(page, '荷花');
  await draw(page, '划线');
  await eventually(async () => assert.deepEqual(await page.locator('.own').allTextContents(), ['荷花']));
  assert.equal(await page.getByRole('button', { name: '收藏' }).getAttribute('aria-pressed'), 'true');
});

scenario('two windows do not write over each other', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto(page.url());
  await openArticle(page, HEADLINES.park);
  await openArticle(other, HEADLINES.forest);
  await page.getByRole('button', { name: '收藏' }).click();
  // What one window stores is told to another with a delay.
  await eventually(async () => assert((await stored(other))?.entries.some(({ kind }) => kind === 'bookmark')));
  await other.getByRole('button', { name: '收藏' }).click();
  const bookmarks = async () => (await stored(page)).entries.filter(({ kind }) => kind === 'bookmark');
  await eventually(async () => assert.equal((await bookmarks()).length, 2));
  await openMine(page);
  await eventually(async () => assert.equal(await section(page, '收藏').getByRole('listitem').count(), 2));
});

scenario('what is chosen for the look in one window holds in another, and is kept beside what is chosen there', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto(page.url());
  await page.getByRole('button', { name: '长辈模式' }).click();
  const elder = other.getByRole('button', { name: '长辈模式' });
  await eventually(async () => assert.equal(await elder.getAttribute('aria-pressed'), 'true'));
  await other.getByRole('button', { name: '字大些' }).click();
  const look = () => page.evaluate(() => document.documentElement.dataset.look.split(' ').sort());
  await eventually(async () => assert.deepEqual(await look(), ['elder', 'size-1']));
});

scenario('the bar goes with the selection, and Escape puts it away', async ({ page }) => {
  await openArticle(page, HEADLINES.park);
  await select(page, '荷花');
  await pencil(page).getByText('选中：荷花').waitFor();
  await page.evaluate(() => getSelection().removeAllRanges());
  await pencil(page).waitFor({ state: 'hidden' });
  await select(page, '荷花');
  await pencil(page).getByRole('button', { name: '划线' }).focus();
  await page.keyboard.press('Escape');
  await pencil(page).waitFor({ state: 'hidden' });
  await holdsFocus(page, '荷花');
});

// Does the dump stand beside the text, line by line as in the file, and do both point at each other?

import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { assert, eventually, openArticle, PHONE, scenario } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

const SEEDS = fileURLToPath(new URL('../data/seed', import.meta.url));
const [DUMP] = (await readdir(SEEDS)).filter((name) => name.endsWith('.txt'));
/** The file's lines; the feed that ends the last begins no other. */
const LINES = (await readFile(join(SEEDS, DUMP), 'utf8')).replace(/\n$/, '').split('\n');

const dump = (page) => page.getByRole('region', { name: '原始文本' });
const toggle = (page) => page.getByRole('button', { name: '原始文本', exact: true });

/** Number and text of each line that is shown. */
const lines = (page) =>
  page.locator('.dump ol').evaluateAll((lists) =>
    lists.flatMap((list) => [...list.children].map((line, at) => [list.start + at, line.textContent])),
  );

/** The lines that are marked as those of the current paragraph, joined. */
const marked = async (page) => (await page.locator('.dump .now li').allTextContents()).join('');

scenario('the whole dump stands beside the article, line by line as in the file', async ({ page, site }) => {
  await openArticle(page, HEADLINES.market);
  assert.equal(await dump(page).count(), 0);
  await toggle(page).click();
  await dump(page).waitFor();
  assert.equal(await toggle(page).getAttribute('aria-pressed'), 'true');
  assert.deepEqual(await lines(page), LINES.map((line, at) => [at + 1, line]));
  const text = await page.locator('article .text').boundingBox();
  const beside = await dump(page).boundingBox();
  assert(beside.x >= text.x + text.width, 'it stands on the right');
  // Rolled to the article's own lines, which are set off from the others.
  const own = page.locator('.dump .own').first();
  assert.match(await own.textContent(), /冻水烟火/);
  await eventually(async () => assert(await own.evaluate((it) => {
    const frame = it.closest('.lines').getBoundingClientRect();
    const place = it.getBoundingClientRect();
    return place.top >= frame.top && place.bottom <= frame.bottom;
  })));
  // Not as the reader's own marks are.
  assert.equal(await own.evaluate((it) => getComputedStyle(it).textDecorationLine), 'none');
  const colour = (locator) => locator.evaluate((it) => getComputedStyle(it).color);
  assert.notEqual(await colour(own), await colour(page.locator('.dump .lines > div:not(.own)').first()));
  // The address says so, and leads here again.
  assert.match(new URL(page.url()).hash, /[?&]raw=1/);
  await page.goto(page.url());
  await page.reload();
  await dump(page).waitFor();
  await page.getByRole('link', { name: /上一篇/ }).first().click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.village }).waitFor();
  await dump(page).waitFor();
  await toggle(page).click();
  await dump(page).waitFor({ state: 'detached' });
  assert.doesNotMatch(new URL(page.url()).hash, /raw/);
  assert(site.asked.length > 0);
});

scenario('the lines of the paragraph under the pointer are marked, and a click leads back', async ({ page }) => {
  await openArticle(page, HEADLINES.community);
  await toggle(page).click();
  const paragraph = page.locator('.text p').nth(5);
  await paragraph.hover();
  const text = (await paragraph.textContent()).replace(/\s/g, '');
  await eventually(async () => assert.equal((await marked(page)).replace(/\s/g, ''), text));
  // Whatever is marked can be seen.
  const [first] = await page.locator('.dump .now').all();
  assert(await first.evaluate((it) => it.getBoundingClientRect().top >= 0));
  // And the other way round.
  const last = page.locator('.dump .own').last();
  await last.scrollIntoViewIfNeeded();
  const wanted = (await last.locator('ol').textContent()).trim();
  await last.locator('li').first().click();
  await eventually(async () => assert((await page.locator('article .now').textContent()).includes(wanted.slice(0, 10))));
  const place = await page.locator('article .now').evaluate((it) => it.getBoundingClientRect().top);
  const height = page.viewportSize().height;
  assert(place >= 0 && place < height, `${place} of ${height}`);
});

scenario('a paragraph that the dump cut marks the lines of all its pieces', async ({ page }) => {
  await openArticle(page, HEADLINES.community);
  await toggle(page).click();
  const cut = page.locator('.text p').filter({ has: page.locator('.joint') }).first();
  await cut.click();
  await eventually(async () => assert((await page.locator('.dump .now').count()) >= 2));
  assert.equal((await marked(page)).replace(/\s/g, ''), (await cut.textContent()).replace(/\s/g, ''));
});

scenario('by keyboard one goes from paragraph to paragraph, to the lines, and back', async ({ page }) => {
  await openArticle(page, HEADLINES.market);
  await toggle(page).focus();
  await page.keyboard.press('Enter');
  await dump(page).waitFor();
  await page.locator('article [tabindex="0"]').first().waitFor();
  const focused = () => page.evaluate(() => [document.activeElement.tagName, document.activeElement.textContent]);
  // Past the printer's button to the text.
  let [tag, text] = await focused();
  for (let step = 0; step < 4 && tag !== 'P'; step++) {
    await page.keyboard.press('Tab');
    [tag, text] = await focused();
  }
  assert.equal(tag, 'P');
  await eventually(async () => assert.equal((await marked(page)).trim(), text.trim()));
  await page.keyboard.press('Enter');
  const label = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.match(label, /^第 \d+( 至 \d+)? 行/);
  const number = Number(label.match(/\d+/)[0]);
  assert.equal(LINES[number - 1].trim().slice(0, 8), text.trim().slice(0, 8));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  [tag] = await focused();
  assert.equal(tag, 'P', 'the focus is in the text again');
  await toggle(page).focus();
  await page.keyboard.press('Space');
  await dump(page).waitFor({ state: 'detached' });
  assert.equal(await page.locator('article [tabindex]').count(), 0);
});

scenario('a pointer that rests takes no mark, whatever is rolled under it', async ({ page }) => {
  await openArticle(page, HEADLINES.community);
  await toggle(page).click();
  const [at, other] = [page.locator('.text p').nth(1), page.locator('.text p').nth(3)];
  await at.hover();
  const text = async (it) => (await it.textContent()).replace(/\s/g, '');
  const is = async (wanted) => assert.equal((await marked(page)).replace(/\s/g, ''), await text(wanted));
  await eventually(() => is(at));
  await other.focus();
  await eventually(() => is(other));
  // The text moves until another paragraph lies under the pointer, and long enough for the browser to see it.
  await page.evaluate(() => {
    window.entered = 0;
    document.addEventListener('mouseover', () => window.entered++);
    window.scrollBy(0, 150);
  });
  await eventually(async () => assert(await page.evaluate(() => window.entered > 0)));
  await is(other);
});

scenario(
  'on a phone the dump stands below the text',
  async ({ page }) => {
    await openArticle(page, HEADLINES.market);
    await toggle(page).click();
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'dump-title'));
    const text = await page.locator('article .text').boundingBox();
    const below = await dump(page).boundingBox();
    assert(below.y >= text.y + text.height);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  },
  { viewport: PHONE },
);

/** Of each row of one line that can be pressed: its height, and the room between its button and its text. */
const rows = (page) =>
  page.locator('.dump [data-owner]').evaluateAll((rows) => rows.flatMap((row) => {
    const lines = [...row.querySelectorAll('li')];
    const height = parseFloat(getComputedStyle(row).lineHeight);
    const [line] = lines.map((it) => it.getBoundingClientRect());
    if (lines.length > 1 || line.height > 1.5 * height) return [];
    const button = row.querySelector('button').getBoundingClientRect();
    return [{ lines: row.getBoundingClientRect().height / height, height: button.height, room: line.left - button.right }];
  }));

scenario('the button of a line stands around its number, as high as the line; under a finger, a little higher', async ({ page, context }) => {
  await openArticle(page, HEADLINES.market);
  await toggle(page).click();
  await dump(page).waitFor();
  const plain = await rows(page);
  assert(plain.length > 0);
  for (const { lines, room } of plain) assert(lines < 1.1 && room >= 0 && room < 3, `${lines} lines, ${room}`);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await eventually(async () => {
    for (const { height } of await rows(page)) assert(height >= 33 && height < 44, `${height}`);
  });
});

scenario('from the foot of every view the whole dump is one press away', async ({ page }) => {
  const link = page.getByRole('contentinfo').getByRole('link', { name: '原始文本' });
  await link.click();
  await page.getByRole('heading', { name: `原始文本：${DUMP}` }).waitFor();
  assert.deepEqual(await lines(page), LINES.map((line, at) => [at + 1, line]));
  // Each article's lines stand under its name, once however many paragraphs they are; it leads there.
  const heads = await page.locator('.dump .to').allTextContents();
  assert.deepEqual(heads, heads.filter((head, at) => head !== heads[at - 1]));
  await page.locator('.dump').getByRole('link', { name: HEADLINES.forest }).first().click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.forest }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: `原始文本：${DUMP}` }).waitFor();
  await page.goBack();
  await page.getByRole('article').first().waitFor();
});

scenario('the foot counts what the dump holds, and what became of it', async ({ page }) => {
  const foot = await page.getByRole('contentinfo').textContent();
  const ink = LINES.join('').replace(/\s/g, '').length;
  assert(foot.includes(`本版 ${ink.toLocaleString('en')} 字，全部归位`), `${ink}: ${foot}`);
  // As the hand-made truth has it.
  assert(foot.includes('2 处缺文，6 处断行已接（文中以虚线标出）'), foot);
});

scenario('on a phone the dump that is asked for is gone to, though it stands below the text', async ({ page }) => {
  await openArticle(page, HEADLINES.market);
  await toggle(page).click();
  // The lines of this article are far below the beginning of the page's.
  const own = page.locator('.dump .own').first();
  await own.waitFor();
  await eventually(async () => {
    const { y } = await own.boundingBox();
    assert(y > -1 && y < PHONE.height / 2, `the first line of the article at ${y}`);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'dump-title');
  });
  // By keys first the way back, then the lines.
  for (const button of [dump(page).getByRole('button', { name: '回到正文' }), own.getByRole('button')]) {
    await page.keyboard.press('Tab');
    await eventually(async () => assert(await button.evaluate((it) => it === document.activeElement)));
  }
}, { viewport: PHONE });

scenario('on a phone Back closes the dump and leads to the article, and so does a button that stays in sight', async ({ page, open }) => {
  await openArticle(page, HEADLINES.market);
  await toggle(page).scrollIntoViewIfNeeded();
  const place = () => page.evaluate(() => scrollY);
  const stood = await place();
  const back = dump(page).getByRole('button', { name: '回到正文' });
  const ways = [
    () => page.goBack(),
    () => back.click(),
    async () => {
      // A link of somebody else's has no step back to the article.
      await page.goto('about:blank');
      await open(`#/a/${id}?raw=1`);
      await back.click();
    },
  ];
  const id = new URL(page.url()).hash.match(/a\/(\w+)/)[1];
  for (const [at, way] of ways.entries()) {
    await toggle(page).click();
    await dump(page).locator('.own').first().waitFor();
    await eventually(async () => assert((await place()) > stood + PHONE.height, 'the page goes to the dump'));
    for (const further of [0, 900]) {
      await page.mouse.wheel(0, further);
      const { y, height } = await back.boundingBox();
      assert(y >= 0 && y + height <= PHONE.height, `${y}`);
    }
    // A wheel rolls on for a moment.
    let before = NaN;
    await eventually(async () => {
      const here = await place();
      const rests = here === before;
      before = here;
      assert(rests, `rolls at ${here}`);
    });
    await way();
    await dump(page).waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: HEADLINES.market }).waitFor();
    assert.doesNotMatch(new URL(page.url()).hash, /raw/);
    if (at < 2) await eventually(async () => assert(Math.abs((await place()) - stood) < 2, `${await place()}, not ${stood}`));
    else await eventually(async () => assert(await toggle(page).evaluate((it) => it === document.activeElement)));
  }
}, { viewport: PHONE });

// Do several days and pages make one paper? `tests/data/newsroom`, built by `press build --seeds`: two days, the first
// of two pages.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { answered, assert, eventually, filter, headlines, lists, scenario as played, searchBox, stepped } from './harness.mjs';
import { published, ROOT } from './published.mjs';

const NEWSROOM = process.env.BANXIN_NEWSROOM ?? join(ROOT, 'target/newsroom');
const [FIRST, SECOND] = ['2026-03-05', '2026-03-06'];
/** In print order; the keeper's portrait goes on on the second page. */
const KEEPER = '老站房里的守渠人';
const DAYS = {
  [FIRST]: ['我市春灌全面展开', KEEPER, KEEPER, '闻喜县开展农机检修'],
  [SECOND]: ['稷山县红枣园迎来修剪季', '夏县举办女工家政培训'],
};

const scenario = (name, run, how) => played(name, run, { folder: NEWSROOM, ...how });

const masthead = (page) => page.getByRole('banner');
/** What the masthead says of the issue that is shown; the list of all is another matter. */
const issue = (page) => masthead(page).locator('.ear').first().textContent();
const shows = (page, day) =>
  eventually(async () => {
    assert.match(await issue(page), new RegExp(`2026年3月${Number(day.slice(-2))}日`));
    assert.deepEqual(await headlines(page), DAYS[day]);
  });

async function choose(page, day) {
  await page.getByText('各期', { exact: true }).click();
  await page.getByRole('link', { name: new RegExp(`3月${Number(day.slice(-2))}日`) }).click();
}

scenario('the newest day is shown, and the other is one choice away and back', async ({ page }) => {
  await shows(page, SECOND);
  await choose(page, FIRST);
  await shows(page, FIRST);
  assert.match(await masthead(page).textContent(), /2 版/);
  await page.goBack();
  await shows(page, SECOND);
});

scenario('the issues before and behind are a step away, on the front page', async ({ page }) => {
  await shows(page, SECOND);
  const step = (name) => masthead(page).getByRole('link', { name, exact: true });
  assert.equal(await step('后一期').count(), 0);
  await step('前一期').click();
  await shows(page, FIRST);
  assert.equal(await step('前一期').count(), 0);
  await step('后一期').click();
  await shows(page, SECOND);
  await page.getByRole('link', { name: DAYS[SECOND][0] }).first().click();
  await step('前一期').waitFor({ state: 'detached' });
});

scenario('a county goes along from issue to issue, where the other one has it', async ({ page }) => {
  await shows(page, SECOND);
  await filter(page, '稷山县').check();
  await lists(page, [DAYS[SECOND][0]]);
  await masthead(page).getByRole('link', { name: '前一期', exact: true }).click();
  await lists(page, [KEEPER, KEEPER]);
  assert(await filter(page, '稷山县').isChecked());
  await choose(page, SECOND);
  await lists(page, [DAYS[SECOND][0]]);
  await filter(page, '稷山县').uncheck();
  await filter(page, '夏县').check();
  await lists(page, [DAYS[SECOND][1]]);
  await masthead(page).getByRole('link', { name: '前一期', exact: true }).click();
  await shows(page, FIRST);
});

scenario('the list of days says which is shown, and folds with Escape', async ({ page }) => {
  await choose(page, FIRST);
  await shows(page, FIRST);
  await page.getByText('各期', { exact: true }).click();
  const current = page.locator('.editions [aria-current=page]');
  assert.deepEqual(await current.allTextContents(), ['2026年3月5日']);
  await page.keyboard.press('Escape');
  await current.waitFor({ state: 'hidden' });
});

scenario('the list of days and the help fold with a click elsewhere', async ({ page }) => {
  for (const name of ['各期', '怎样查']) {
    const summary = page.getByText(name, { exact: true });
    const unfolded = page.locator('details[open]').filter({ has: summary });
    await summary.click();
    await unfolded.waitFor();
    await page.locator('.foot .colophon').click();
    await unfolded.waitFor({ state: 'detached' });
  }
});

scenario('a day keeps its address', async ({ page, open }) => {
  await choose(page, FIRST);
  await shows(page, FIRST);
  const { hash } = new URL(page.url());
  await page.goto('about:blank');
  await open(hash);
  await shows(page, FIRST);
});

scenario('an article leads to where it goes on on another page, and back', async ({ page }) => {
  await choose(page, FIRST);
  await page.getByRole('link', { name: KEEPER }).first().click();
  await page.getByText('从来没有争过嘴').waitFor();
  const text = () => page.getByRole('main').getByRole('article').textContent();
  assert.match(await text(), /争过嘴.*下转第2版/s);
  await page.getByRole('link', { name: '下转第2版' }).click();
  await page.getByText('守得住水').waitFor();
  assert.match(await text(), /上接第1版.*守得住水/s);
  await page.getByRole('link', { name: '上接第1版' }).click();
  await page.getByText('从来没有争过嘴').waitFor();
});

scenario('the county of an article finds what goes on of it on another page, too', async ({ page }) => {
  await choose(page, FIRST);
  await shows(page, FIRST);
  await filter(page, '稷山县').click();
  await lists(page, [KEEPER, KEEPER]);
});

for (const words of ['', 'elder dark']) {
  scenario(`axe-core finds nothing in what one page does not have: ${words}`, async ({ page }) => {
    await page.evaluate((words) => localStorage.setItem('banxin-look', words), words);
    await page.reload();
    await page.getByText('各期', { exact: true }).click();
    assert.deepEqual(await violations(page), [], 'the list of days');
    await page.getByRole('link', { name: /3月5日/ }).click();
    await shows(page, FIRST);
    await answered(page);
    assert.deepEqual(await violations(page), [], 'a day of two pages');
    await page.getByRole('link', { name: KEEPER }).first().click();
    await page.getByRole('link', { name: '下转第2版' }).waitFor();
    await answered(page);
    assert.deepEqual(await violations(page), [], 'what goes on elsewhere');
  });
}

scenario('the title names the day that is shown', async ({ page }) => {
  const titled = (title) => eventually(async () => assert.equal(await page.title(), title));
  await titled('青溪日报 2026年3月6日');
  await choose(page, FIRST);
  await titled('青溪日报 2026年3月5日');
  await page.getByRole('link', { name: DAYS[FIRST][3] }).click();
  await titled(`${DAYS[FIRST][3]} · 青溪日报 2026年3月5日 第2版`);
});

scenario('a query is answered from all days, and what it finds opens with its own day', async ({ page }) => {
  await searchBox(page).fill('高远');
  await lists(page, [DAYS[SECOND][0], DAYS[FIRST][0]]);
  await page.getByText('各期共 2 篇').waitFor();
  await page.getByRole('link', { name: DAYS[FIRST][0] }).click();
  await page.getByRole('heading', { level: 1, name: DAYS[FIRST][0] }).waitFor();
  await eventually(async () => assert.match(await issue(page), /2026年3月5日/));
  assert.match(decodeURIComponent(page.url()), new RegExp(`edition=${FIRST}`));
  const foot = page.locator('.foot');
  assert.equal(await foot.getByRole('link', { name: /^原始文本/ }).count(), 2, 'the day has two pages');
  assert.match(await page.locator('.reading .facts').first().textContent(), /青溪日报 2026年3月5日 第1版/);
});

scenario('a day, month or year finds what names no day in the issue of that day', async ({ page }) => {
  const finds = (query, titles) =>
    eventually(async () => assert.deepEqual((await headlines(page)).toSorted(), titles.toSorted(), query));
  const ask = async (query, titles) => {
    await searchBox(page).fill(query);
    await finds(query, titles);
  };
  await ask('日期:2026年3月5日', [...DAYS[FIRST].slice(0, 3), DAYS[SECOND][0]]);
  await ask('日期:2026年3月6日', []);
  await ask('日期:2026年3月', [...DAYS[FIRST], ...DAYS[SECOND]]);
  await ask('春灌 日期:2026年', [DAYS[FIRST][0]]);
  await ask('date:6 March 2026', []);
  await page.getByRole('button', { name: '改查期:"6 March 2026"：2 篇' }).waitFor();
});

scenario('the filter of the day agrees with the boxes of days, and an issue has its own', async ({ page }) => {
  const ask = async (query, titles) => {
    await searchBox(page).fill(query);
    await eventually(async () => assert.deepEqual((await headlines(page)).toSorted(), titles.toSorted(), query));
  };
  await ask('日期:2026年3月5日', [...DAYS[FIRST].slice(0, 3), DAYS[SECOND][0]]);
  await ask('日期:2026年3月', [...DAYS[FIRST], ...DAYS[SECOND]]);
  await page.getByRole('group', { name: '日期' }).getByRole('checkbox', { name: /^3月5日 4$/ }).check();
  await eventually(async () => assert.equal((await headlines(page)).length, 4));
  await page.getByRole('button', { name: '不再限于3月5日' }).click();
  await ask('期:2026-3-5', DAYS[FIRST]);
  await ask('报:青溪', [...DAYS[FIRST], ...DAYS[SECOND]]);
  await filter(page, '2026年3月6日刊').check();
  await eventually(async () => assert.deepEqual((await headlines(page)).toSorted(), DAYS[SECOND].toSorted()));
  assert.equal(await page.getByRole('group', { name: '报纸' }).isVisible(), false, 'there is one paper');
});

scenario('a search stands under what it looks through, and not under the newest issue', async ({ page }) => {
  await searchBox(page).fill('高远');
  await eventually(async () => assert.match(await issue(page), /^查的是全部 2 期 · 2026年3月5日—2026年3月6日 · \d+ 篇$/));
  assert.equal(await masthead(page).getByRole('heading', { level: 1 }).textContent(), '青溪日报');
  const foot = page.locator('.foot');
  assert.doesNotMatch(await foot.textContent(), /本版|本期|原始文本/);
  await searchBox(page).fill('');
  await shows(page, SECOND);
  await eventually(async () => assert.match(await foot.textContent(), /本[版期].*原始文本/s));
});

scenario('the help has examples of the issue that is shown', async ({ page }) => {
  await page.getByText('怎样查', { exact: true }).click();
  const help = page.locator('.howto li');
  await help.filter({ hasText: '期:2026年3月6日' }).waitFor();
  assert.equal(await help.filter({ hasText: '报:' }).count(), 0, 'there is one paper');
  assert.equal(await help.filter({ hasText: '新绛' }).count(), 0, 'that is another page');
});

scenario('a list of one day is printed with its source, one of several with none at its head', async ({ page }) => {
  const head = page.locator('.status + .printed');
  assert.match(await head.textContent(), /青溪日报 · 2026年3月6日/);
  await searchBox(page).fill('高远');
  await lists(page, [DAYS[SECOND][0], DAYS[FIRST][0]]);
  assert.equal(await head.count(), 0);
  await searchBox(page).fill('春灌');
  await lists(page, [DAYS[FIRST][0]]);
  assert.match(await head.textContent(), /青溪日报 · 2026年3月5日/);
});

scenario('an address of a day that is not there says so, over the newest', async ({ page, open }) => {
  await page.goto('about:blank');
  await open('#/?edition=1999-01-01');
  await page.getByRole('alert').getByText('没有“1999-01-01”这一期').waitFor();
  await shows(page, SECOND);
  await choose(page, FIRST);
  await shows(page, FIRST);
  assert.equal(await page.getByText('没有“1999-01-01”这一期').count(), 0);
});

scenario('an address of a page that the day does not have says so', async ({ page, open }) => {
  await page.goto('about:blank');
  await open(`#/?edition=${FIRST}&raw=9`);
  await page.getByRole('heading', { name: '没有这一版' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: '回到版面' }).click();
  await shows(page, FIRST);
});

scenario(
  'without JavaScript every day is a list of pages that can be read',
  async ({ page }) => {
    assert.equal(await page.locator('.editions').filter({ visible: true }).count(), 0);
    await page.getByRole('link', { name: '各期目录' }).click();
    const head = await page.getByRole('heading', { level: 1 }).textContent();
    assert.match(head, /各期$/);
    assert.doesNotMatch(head, /\d/);
    await page.getByRole('link', { name: '电子书（EPUB）' }).waitFor();
    await page.getByRole('link', { name: /3月5日/ }).click();
    await page.getByRole('link', { name: DAYS[FIRST][3] }).click();
    await page.getByRole('heading', { level: 1, name: DAYS[FIRST][3] }).waitFor();
    await page.getByRole('link', { name: '本期' }).click();
    await page.getByRole('link', { name: DAYS[FIRST][0] }).waitFor();
  },
  { scripts: false },
);

/** Opens the keeper's portrait on the first page, or what goes on of it on the second, and gives the text to copy. */
async function shared(page, at) {
  await page.getByRole('link', { name: KEEPER }).nth(at).click();
  await page.getByRole('heading', { level: 1, name: KEEPER }).waitFor();
  await page.getByRole('button', { name: '分享', exact: true }).click();
  const lines = (await page.locator('#share-text').inputValue()).split('\n');
  await page.getByRole('dialog', { name: '分享' }).getByRole('button', { name: '关闭' }).click();
  await stepped(page);
  return { lines, own: lines.at(-1) };
}

scenario('the text that is passed on says where it goes on, with the address of that', async ({ page }) => {
  await choose(page, FIRST);
  await shows(page, FIRST);
  const first = await shared(page, 0);
  await page.goBack();
  await shows(page, FIRST);
  const second = await shared(page, 1);
  assert.equal(first.lines.at(-3), `（下转第2版） ${second.own}`);
  assert.equal(second.lines[1], `（上接第1版） ${first.own}`);
});

scenario('the front page says what goes on on another page, and of what', async ({ page }) => {
  await choose(page, FIRST);
  await shows(page, FIRST);
  const [first, second] = await page.getByRole('article').filter({ hasText: KEEPER }).all();
  assert.equal(await first.locator('.jump').textContent(), '（下转第2版）');
  assert.match(await first.locator('.taste').textContent(), /……$/);
  assert.equal(await second.locator('.jump').textContent(), '（上接第1版）');
});

scenario('an address that names another day is put right', async ({ page, open }) => {
  await searchBox(page).fill('高远');
  const link = page.getByRole('link', { name: DAYS[FIRST][0] });
  const [path] = (await link.getAttribute('href')).split('?');
  for (const wrong of [`?edition=${SECOND}`, '?edition=nowhere', '']) {
    await page.goto('about:blank');
    await open(path + wrong);
    await page.getByRole('heading', { level: 1, name: DAYS[FIRST][0] }).waitFor();
    assert.match(await issue(page), /2026年3月5日/);
    assert.equal(decodeURIComponent(new URL(page.url()).hash), `${path}?edition=${FIRST}`);
  }
  await page.locator('.foot').getByRole('link', { name: /^原始文本/ }).nth(1).click();
  await page.locator('.dump.whole').getByText('第2版', { exact: false }).first().waitFor();
});

scenario('a link without a day opens the article with its own day', async ({ page, open }) => {
  await choose(page, FIRST);
  await page.getByRole('link', { name: DAYS[FIRST][3] }).click();
  await page.getByRole('heading', { level: 1, name: DAYS[FIRST][3] }).waitFor();
  const [path] = new URL(page.url()).hash.split('?');
  await page.goto('about:blank');
  await open(path);
  await page.getByRole('heading', { level: 1, name: DAYS[FIRST][3] }).waitFor();
  assert.match(await issue(page), /2026年3月5日/);
});

scenario('counties are counted for the day that is shown', async ({ page }) => {
  assert.equal(await filter(page, '临猗县').isEnabled(), false);
  await choose(page, FIRST);
  await shows(page, FIRST);
  assert.equal(await filter(page, '夏县').isEnabled(), false);
  await filter(page, '临猗县').click();
  await lists(page, [DAYS[FIRST][0]]);
});

scenario('both days are read without a network', async ({ page, site, context }) => {
  await page.getByText('离线可读').waitFor();
  await site.stop();
  await context.setOffline(true);
  await page.reload();
  await shows(page, SECOND);
  await choose(page, FIRST);
  await shows(page, FIRST);
});

test('every article of every day has its page, which leads to where it goes on', async () => {
  const names = (await published(NEWSROOM)).filter((name) => /^a\/[^/]+\/index\.html$/.test(name));
  assert.equal(names.length, 6);
  const pages = await Promise.all(names.map((name) => readFile(join(NEWSROOM, name), 'utf8')));
  const way = (marker) => {
    const page = pages.find((own) => own.includes(`>${marker}</a>`));
    return page.match(new RegExp(`href="../../(a/[^"]+/)">${marker}<`))[1];
  };
  assert.match(pages[names.indexOf(`${way('（下转第2版）')}index.html`)], /守得住水/);
  assert.match(pages[names.indexOf(`${way('（上接第1版）')}index.html`)], /从来没有争过嘴/);
});

test('the feed names the newest first', async () => {
  const feed = JSON.parse(await readFile(join(NEWSROOM, 'feed.json'), 'utf8'));
  assert.equal(feed.items.length, 6);
  assert.equal(feed.items[0].title, DAYS[SECOND][0]);
});

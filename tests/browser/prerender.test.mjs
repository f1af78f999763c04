// What is there before the wasm runs, without it, and when it takes over?

import { assert, eventually, filter, lists, PHONE, scenario, searchBox, status } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

const link = (page, name) => page.getByRole('main').getByRole('link', { name, exact: true });

/** Keeps the wasm back until `release` is called. */
function withhold(site) {
  const { answer } = site;
  let release;
  const released = new Promise((resolve) => (release = resolve));
  site.answer = async (file) => {
    if (file.endsWith('.wasm')) await released;
    return answer(file);
  };
  return release;
}

/** Opens a fragment and does not wait for the reader. */
async function look(page, site, fragment = '') {
  await page.goto(site.url + fragment, { waitUntil: 'commit' });
  await page.locator('#prerendered footer').waitFor({ state: 'attached' });
}

scenario(
  'without JavaScript the front page and every article can be read',
  async ({ page }) => {
    await lists(page, [...Object.values(HEADLINES), (await page.getByRole('main').getByRole('heading').allTextContents()).at(-1)]);
    await link(page, HEADLINES.market).click();
    await page.getByRole('heading', { level: 1, name: HEADLINES.market }).waitFor();
    assert.equal(await page.getByText('面对自发集市带来的烦恼').filter({ visible: true }).count(), 1);
    assert.equal(await page.getByText('此处原文缺开头').filter({ visible: true }).count(), 1);
    assert.equal(await page.getByText(HEADLINES.park).filter({ visible: true }).count(), 0);
    await page.getByRole('link', { name: /返回列表/ }).first().click();
    await link(page, HEADLINES.park).waitFor();
    assert.equal(await page.getByText('将“烟火气”转化为发展动能').filter({ visible: true }).count(), 0);
  },
  { scripts: false },
);

scenario(
  'without JavaScript nothing is offered that needs it',
  async ({ page }) => {
    assert.match(await page.locator('noscript').last().textContent(), /没有 JavaScript 也能读这一期的全部文章/);
    for (const control of ['search', 'navigation', 'combobox']) {
      assert.equal(await page.getByRole(control).filter({ visible: true }).count(), 0, control);
    }
    assert.equal(await page.locator('.dump-link').filter({ visible: true }).count(), 0);
  },
  { scripts: false },
);

scenario(
  'before the wasm is there, an address shows its article',
  async ({ page, site }) => {
  const release = withhold(site);
  await look(page, site);
  const href = await link(page, HEADLINES.forest).getAttribute('href');
  // A fragment alone loads nothing.
  await page.goto('about:blank', { waitUntil: 'commit' });
  await look(page, site, `${href}?q=扑火`);
  await page.getByRole('heading', { level: 1, name: HEADLINES.forest }).waitFor();
  assert.equal(await page.getByRole('main').filter({ visible: true }).count(), 0, 'the front page is hidden');
  assert.equal(await page.evaluate(() => scrollY), 0);
  release();
  await page.locator('mark').first().waitFor();
  },
  { opened: false },
);

for (const [where, viewport] of [['a desk', undefined], ['a phone', PHONE]]) {
  scenario(
    `the address of the front page shows it from its head on, on ${where}`,
    async ({ page, site }) => {
      const release = withhold(site);
      await look(page, site, '#/');
      const top = () => page.evaluate(() => scrollY);
      assert.equal(await top(), 0, 'before the wasm is there');
      release();
      await page.locator('#prerendered').waitFor({ state: 'detached' });
      // What is done before the next paint is done.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      assert.equal(await top(), 0, 'and after');
    },
    { opened: false, viewport },
  );
}

scenario(
  'what is typed before the wasm is there is searched when it is',
  async ({ page, site }) => {
  const release = withhold(site);
  await look(page, site);
  const said = () => page.locator('form.search').evaluate((form) => getComputedStyle(form, '::after').content);
  assert.equal(await said(), 'none');
  await searchBox(page).fill('荷花');
  await searchBox(page).press('Enter');
  assert.match(await said(), /正在载入/);
  release();
  await eventually(async () => assert.match(await status(page).textContent(), /“荷花” · 1 篇/));
  assert.equal(await said(), 'none');
  assert.equal(await searchBox(page).inputValue(), '荷花');
  assert(await searchBox(page).evaluate((box) => box === document.activeElement));
  },
  { opened: false },
);

scenario(
  'Enter before all of the page has arrived stops nothing of it',
  async ({ page, site }) => {
    let arrive;
    site.halfway = new Promise((resolve) => (arrive = resolve));
    await page.goto(site.url, { waitUntil: 'commit' });
    await searchBox(page).fill('荷花');
    await searchBox(page).press('Enter');
    arrive();
    await eventually(async () => assert.match(await status(page).textContent(), /“荷花” · 1 篇/));
    await lists(page, [HEADLINES.park]);
  },
  { opened: false },
);

scenario(
  'what is pressed before the wasm is there is done when it is',
  async ({ page, site }) => {
    const release = withhold(site);
    await look(page, site);
    await filter(page, '稷山县').click();
    await page.getByRole('button', { name: '长辈模式' }).click();
    await page.locator('.nameplate summary').click();
    release();
    await page.locator('#prerendered').waitFor({ state: 'detached' });
    await lists(page, [HEADLINES.park]);
    assert.equal(await page.getByRole('button', { name: '长辈模式' }).getAttribute('aria-pressed'), 'true');
    assert.equal(await page.locator('.nameplate details').evaluate((it) => it.open), true);
  },
  { opened: false },
);

scenario(
  'what is chosen before the wasm is there, the reader has when it is',
  async ({ page, site }) => {
    const release = withhold(site);
    await look(page, site);
    await page.getByRole('combobox', { name: '界面文字' }).selectOption('English');
    await page.getByRole('combobox', { name: '配色' }).selectOption('dark');
    await filter(page, '稷山县').click();
    release();
    await page.locator('#prerendered').waitFor({ state: 'detached' });
    await lists(page, [HEADLINES.park]);
    await page.getByRole('group', { name: 'Counties' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    assert.equal(await page.getByRole('combobox', { name: 'Colours' }).inputValue(), 'dark');
    assert.match(await page.evaluate(() => document.documentElement.dataset.look), /dark/);
  },
  { opened: false },
);

scenario(
  'a link that is followed while the reader starts leads to its article',
  async ({ page, site }) => {
    await page.addInitScript((name) => {
      // The reader sets the title when it has read the address, and before it listens to changes.
      const follow = (_, observer) => {
        observer.disconnect();
        const links = [...document.querySelectorAll('#prerendered main a')];
        location.hash = links.find((link) => link.textContent === name).hash;
      };
      addEventListener('TrunkApplicationStarted', () =>
        new MutationObserver(follow).observe(document.querySelector('title'), { childList: true }));
    }, HEADLINES.market);
    await look(page, site);
    await page.locator('#prerendered').waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: HEADLINES.market }).waitFor();
  },
  { opened: false },
);

/** Opens a fragment in a browser that is to save data; what it asks the site for comes into the list. */
async function lookThriftily(page, site, fragment) {
  await page.addInitScript(() =>
    Object.defineProperty(NetworkInformation.prototype, 'saveData', { get: () => true }));
  const asked = [];
  const { answer } = site;
  site.answer = (file) => {
    asked.push(file);
    return answer(file);
  };
  await look(page, site, fragment);
  return asked;
}

const isReader = (file) => /\.(js|wasm)$/.test(file);

scenario(
  'who saves data reads without the reader, and has it when something needs it',
  async ({ page, site }) => {
    const asked = await lookThriftily(page, site);
    await link(page, HEADLINES.market).click();
    await page.getByRole('heading', { level: 1, name: HEADLINES.market }).waitFor();
    await page.getByRole('link', { name: /返回列表/ }).first().click();
    await link(page, HEADLINES.park).waitFor();
    // Longer than the reader waits for otherwise.
    await page.waitForTimeout(500);
    assert.deepEqual(asked.filter(isReader), []);
    await filter(page, '稷山县').click();
    await page.locator('#prerendered').waitFor({ state: 'detached' });
    await lists(page, [HEADLINES.park]);
  },
  { opened: false },
);

for (const [what, act] of [
  ['typing', async (page) => searchBox(page).fill('荷花')],
  ['an address that the page does not hold', (page) => page.evaluate(() => (location.hash = '#/?q=荷花'))],
]) {
  scenario(
    `where data is saved, ${what} starts the reader`,
    async ({ page, site }) => {
      await lookThriftily(page, site);
      await act(page);
      await eventually(async () => assert.match(await status(page).textContent(), /“荷花” · 1 篇/));
    },
    { opened: false },
  );
}

scenario(
  'where data is saved, a query in the address is answered all the same',
  async ({ page, site }) => {
    await lookThriftily(page, site, '#/?q=荷花');
    await eventually(async () => assert.match(await status(page).textContent(), /“荷花” · 1 篇/));
  },
  { opened: false },
);

scenario(
  'the page answers while the reader draws',
  async ({ page, site }) => {
    /** Tasks of the page that come in between: with all drawn at once, none. */
    const LEAST = 5;
    await page.addInitScript(() => {
      window.turns = 0;
      const turn = () => {
        if (!document.getElementById('prerendered')) return;
        window.turns++;
        setTimeout(turn);
      };
      addEventListener('TrunkApplicationStarted', turn);
    });
    await look(page, site);
    await page.locator('#prerendered').waitFor({ state: 'detached' });
    const turns = await page.evaluate(() => window.turns);
    assert(turns >= LEAST, `${turns} tasks in between`);
  },
  { opened: false },
);

for (const [where, viewport] of [['a desk', undefined], ['a phone', PHONE]]) {
  scenario(
    `the reader draws what stands there already, on ${where}, and nothing moves`,
    async ({ page, site }) => {
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries()) {
            window.shifts.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      // The line that says 离线可读 would come at any time, and move what stands beside it.
      const { answer } = site;
      site.answer = (file) => (file === 'sw.js' ? new Promise(() => {}) : answer(file));
      const release = withhold(site);
      await look(page, site);
      const seen = (selector) =>
        page.evaluate((selector) => {
          const boxes = [...document.querySelectorAll(`${selector} :is(h1, h2, h3, p, button, a, label)`)];
          // The other forms of a published paper come below all that stands there.
          const drawn = boxes.filter((element) => !element.closest('.takeaway'));
          const visible = drawn.filter((element) => element.checkVisibility());
          const place = (element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [x, y, width, height].map(Math.round).join(' ');
          };
          // An empty text is printed as a space.
          const text = (element) => element.textContent.replace(/\s/g, '');
          return visible.map((element) => `${text(element)} ${place(element)}`);
        }, selector);
      // A place in the middle is kept, too.
      await page.evaluate(() => scrollTo(0, 150));
      const before = await seen('#prerendered');
      release();
      await page.locator('#prerendered').waitFor({ state: 'detached' });
      // The place of the mark that everything is kept is empty until then.
      const filled = (line) => !line.startsWith(' ');
      assert.deepEqual((await seen('body')).filter(filled), before.filter(filled));
      assert.equal(await page.evaluate(() => scrollY), 150);
      const shifts = await page.evaluate(() => window.shifts);
      const sum = shifts.reduce((sum, [value]) => sum + value, 0);
      assert(sum < 0.001, JSON.stringify(shifts));
    },
    { viewport, opened: false },
  );
}

for (const part of ['.js', '.wasm']) {
  scenario(
    `where the reader's ${part} does not come, it is said, and everything can be read`,
    async ({ page, site }) => {
      const { answer } = site;
      site.answer = (file) => (file.startsWith('reader-') && file.endsWith(part) ? null : answer(file));
      await look(page, site);
      await page.getByRole('alert').filter({ hasText: '搜索、筛选和设置没有载入' }).waitFor();
      await link(page, HEADLINES.market).click();
      await page.getByRole('heading', { level: 1, name: HEADLINES.market }).waitFor();
    },
    { opened: false, said: [/404|Failed to fetch|module script|HTTP status code|WebAssembly/] },
  );
}

scenario(
  'a phone shows the article that an address names, not what stands above it',
  async ({ page, site }) => {
    const release = withhold(site);
    await look(page, site);
    const href = await link(page, HEADLINES.forest).getAttribute('href');
    await page.goto('about:blank', { waitUntil: 'commit' });
    await look(page, site, href);
    const head = page.getByRole('heading', { level: 1, name: HEADLINES.forest });
    const seen = async () => (await head.boundingBox()).y < PHONE.height / 2;
    await eventually(async () => assert(await seen()));
    release();
    await page.locator('#prerendered').waitFor({ state: 'detached' });
    assert(await seen(), 'it stays there');
  },
  { opened: false, viewport: PHONE },
);

// Is what one asks for on the screen of a phone, and not below or beside it?

import { answered, assert, eventually, filter, lists, PHONE, scenario, searchBox, status } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

const SMALL = { width: 320, height: 568 };
const box = (locator) => locator.boundingBox();
const isWithin = ({ x, width }, viewport) => x >= 0 && x + width <= viewport.width;
const larger = (page) => page.getByRole('button', { name: '字大些' });
const heading = (page, name) => page.getByRole('heading', { level: 1, name });

/** Where the name of the paper and the list stand, and how large. */
const stands = async (page) => [await box(page.locator('.nameplate h1')), await box(page.getByRole('main'))];

for (const viewport of [PHONE, SMALL]) {
  const size = `${viewport.width} pixels`;
  scenario(
    `${size}: why something is inferred can be read`,
    async ({ page }) => {
      // The mark that everything is kept comes by itself.
      await page.getByText('离线可读').waitFor();
      const before = await stands(page);
      for (const word of await page.locator('.inferred summary').all()) {
        await word.click();
        const reason = word.locator('xpath=following-sibling::*');
        assert(isWithin(await box(reason), viewport), await reason.textContent());
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), viewport.width);
        // At full width below its line, and nothing gives way to it.
        const [{ x, y, width }, line] = [await box(reason), await box(word)];
        assert(y >= line.y + line.height / 2 && width > viewport.width * 0.7, `${x} ${y} ${width}`);
        assert.deepEqual(await stands(page), before);
        await word.click();
      }
    },
    { viewport },
  );

  scenario(
    `${size}: the search box holds words in the largest type`,
    async ({ page }) => {
      const em = () => searchBox(page).evaluate((it) => it.clientWidth / Number.parseFloat(getComputedStyle(it).fontSize));
      for (const elder of [false, true]) {
        if (elder) await page.getByRole('button', { name: '长辈模式' }).click();
        while ((await larger(page).getAttribute('aria-disabled')) !== 'true') await larger(page).click();
        assert((await em()) >= 5, `${await em()} characters wide`);
        assert(isWithin(await box(searchBox(page)), viewport));
      }
    },
    { viewport },
  );

  scenario(
    `${size}: in the largest type what one has kept opens at its beginning`,
    async ({ page }) => {
      await page.getByRole('button', { name: '长辈模式' }).click();
      while ((await larger(page).getAttribute('aria-disabled')) !== 'true') await larger(page).click();
      await page.getByRole('link', { name: '我的', exact: true }).click();
      await heading(page, '我的').waitFor();
      await eventually(async () => assert((await box(heading(page, '我的'))).y < viewport.height / 2));
    },
    { viewport },
  );

  scenario(
    `${size}: in the largest type the headline stands behind one row of ways at most`,
    async ({ page }) => {
      await page.getByRole('button', { name: '长辈模式' }).click();
      while ((await larger(page).getAttribute('aria-disabled')) !== 'true') await larger(page).click();
      for (const query of ['', '篮球']) {
        await searchBox(page).fill(query);
        await page.getByRole('main').getByRole('link', { name: HEADLINES.basketball }).click();
        await heading(page, HEADLINES.basketball).waitFor();
        await answered(page);
        const { y } = await box(heading(page, HEADLINES.basketball));
        const rows = new Set();
        for (const way of await page.getByRole('main').locator('a, button').all()) {
          const place = await box(way);
          if (place && place.y + place.height <= y) rows.add(Math.round(place.y));
        }
        assert(rows.size <= 1, `${rows.size} rows`);
        // While one goes from hit to hit, the text has most of the screen.
        if (query) assert((await box(page.getByRole('group', { name: '查找结果' }))).height < viewport.height / 4);
        for (const rel of query ? [] : ['prev', 'next']) await page.locator(`main > nav:last-child [rel=${rel}]`).waitFor();
        await page.goBack();
        await heading(page, HEADLINES.basketball).waitFor({ state: 'detached' });
      }
    },
    { viewport },
  );

  scenario(
    `${size}: an article opens at its head, and the list where one left it`,
    async ({ page }) => {
      const link = page.getByRole('main').getByRole('link', { name: HEADLINES.market });
      await link.scrollIntoViewIfNeeded();
      await link.hover();
      const left = await page.evaluate(() => scrollY);
      assert(left > 0);
      const ways = [
        () => page.goBack(),
        () => page.getByRole('link', { name: /^返回列表/ }).first().click(),
        () => page.keyboard.press('u'),
      ];
      for (const back of ways) {
        await link.click();
        await heading(page, HEADLINES.market).waitFor();
        await eventually(async () => {
          const { y } = await box(heading(page, HEADLINES.market));
          assert(y >= 0 && y < viewport.height / 2, `${y}`);
        });
        await back();
        await heading(page, HEADLINES.market).waitFor({ state: 'detached' });
        await eventually(async () => assert(Math.abs((await page.evaluate(() => scrollY)) - left) < 2, `${back}`));
      }
    },
    { viewport },
  );
}

scenario(
  'what the filters leave is one press away, and the button says how many there are',
  async ({ page }) => {
    const button = page.getByRole('button', { name: /^筛选/ });
    await button.click();
    const done = page.getByRole('button', { name: '看 8 篇' });
    const seen = async (locator) => {
      const { y, height } = await box(locator);
      return y >= 0 && y + height <= PHONE.height;
    };
    assert(await seen(done), 'at the foot of the screen');
    await filter(page, '绛县').check();
    await page.getByRole('button', { name: '看 1 篇' }).click();
    await lists(page, [HEADLINES.basketball]);
    await eventually(async () => assert(await seen(page.getByRole('article').first())));
    assert.equal(await button.textContent(), '筛选 1');
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    await button.click();
    await page.keyboard.press('Escape');
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert(await button.evaluate((it) => it === document.activeElement), 'the focus is where it was opened');
  },
  { viewport: PHONE },
);

scenario(
  'Enter shows what was found, however fast it follows the word',
  async ({ page }) => {
    await searchBox(page).focus();
    await page.keyboard.type('党员');
    await page.keyboard.press('Enter');
    const first = page.locator('#first-result');
    await eventually(async () => assert(await first.evaluate((it) => it === document.activeElement)));
    const { y, height } = await box(first);
    assert(y >= 0 && y + height <= SMALL.height, `${y}`);
  },
  { viewport: SMALL },
);

scenario(
  'a county pressed far down the list shows how many articles are of it',
  async ({ page }) => {
    const place = page.getByRole('article').filter({ hasText: HEADLINES.park }).getByRole('button', { name: '稷山县' });
    await place.scrollIntoViewIfNeeded();
    assert((await page.evaluate(() => scrollY)) > PHONE.height / 2);
    await place.click();
    await lists(page, [HEADLINES.park]);
    await eventually(async () => {
      const { y, height } = await box(status(page));
      assert(y >= 0 && y + height <= PHONE.height, `${y}`);
    });
    await page.getByRole('button', { name: '不再限于稷山县' }).waitFor();
  },
  { viewport: PHONE },
);

scenario(
  'in the largest letters that a browser has, words keep their room',
  async ({ page }) => {
    await page.evaluate(() => (document.documentElement.style.fontSize = '250%'));
    const { width } = await box(status(page));
    assert(width > PHONE.width * 0.7, `${width}`);
    assert(isWithin(await box(page.getByRole('button', { name: /^筛选/ })), PHONE));
    await page.getByRole('main').getByRole('link', { name: HEADLINES.market }).click();
    await page.getByRole('button', { name: '分享', exact: true }).click();
    // A select is as wide as its longest choice where it may be.
    const room = await page.getByRole('dialog').getByRole('combobox').evaluate((select) => {
      const { paddingInlineStart, paddingInlineEnd, fontSize } = getComputedStyle(select);
      return (select.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd)) / parseFloat(fontSize);
    });
    assert(room > '整篇文章'.length + 1, `room for ${room} characters`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
  },
  { viewport: PHONE },
);

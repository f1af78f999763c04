// Does the page look as each reader wants it, from the first paint on, and the next time too?

import { assert, eventually, filter, headlines, lists, PHONE, scenario, searchBox } from './harness.mjs';
import { COUNT, HEADLINES } from './seed.mjs';

const theme = (page) => page.getByRole('combobox', { name: '配色' });
const elder = (page) => page.getByRole('button', { name: '长辈模式' });
const larger = (page) => page.getByRole('button', { name: '字大些' });
const style = (locator, name) =>
  locator.evaluate((element, name) => getComputedStyle(element)[name], name);
const pixels = async (locator, name = 'fontSize') => Number.parseFloat(await style(locator, name));
const ground = (page) => style(page.locator('html'), 'backgroundColor');
const paragraph = (page) => page.locator('.lead .taste p').first();

/** How light a colour is, from 0 to 255. */
const lightness = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) / 3;

scenario('the system decides, until someone does', async ({ page }) => {
  assert(lightness(await ground(page)) > 200);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert(lightness(await ground(page)) < 50);
  await theme(page).selectOption('日间');
  assert(lightness(await ground(page)) > 200);
  await page.emulateMedia({ colorScheme: 'light' });
  await theme(page).selectOption('夜间');
  assert(lightness(await ground(page)) < 50);
});

scenario('each theme has colours of its own', async ({ page }) => {
  const seen = new Set();
  for (const name of ['日间', '夜间', '米黄', '高对比']) {
    await theme(page).selectOption(name);
    seen.add(await ground(page));
  }
  assert.equal(seen.size, 4, [...seen].join(' '));
});

scenario('what was chosen is there before the application is', async ({ page, context }) => {
  await theme(page).selectOption('夜间');
  await larger(page).click();
  await elder(page).click();
  await context.addInitScript(() => {
    WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => new Promise(() => {});
  });
  await page.reload({ waitUntil: 'load' });
  assert.equal(await page.locator('#prerendered').count(), 1);
  assert(lightness(await ground(page)) < 50);
  assert.equal(await pixels(page.locator('html')), 20);
  assert.equal(await pixels(page.locator('body')), 25);
});

scenario('text grows in six steps to two and a half times, lists too', async ({ page }) => {
  const places = () => [
    paragraph(page),
    page.locator('.facts').first(),
    page.locator('.choice').first(),
    page.locator('.brief .headline').first(),
  ];
  const sizes = () => Promise.all(places().map((place) => pixels(place)));
  const before = await sizes();
  const steps = [await page.locator('.look output').textContent()];
  for (let step = 1; step < 6; step++) {
    await larger(page).click();
    steps.push(await page.locator('.look output').textContent());
  }
  assert.deepEqual(steps, ['100%', '125%', '150%', '175%', '200%', '250%']);
  (await sizes()).forEach((size, at) => assert.equal(size, before[at] * 2.5));
  assert.equal(await larger(page).getAttribute('aria-disabled'), 'true');
  // At the end the button stays, with the focus, and does nothing.
  await larger(page).press('Enter');
  assert.equal(await page.locator('.look output').textContent(), '250%');
  await page.reload();
  await page.getByRole('main').waitFor();
  assert.equal(await pixels(paragraph(page)), before[0] * 2.5);
});

scenario('长辈模式 sets large type, and is remembered', async ({ page }) => {
  await elder(page).click();
  const check = async () => {
    assert.equal(await elder(page).getAttribute('aria-pressed'), 'true');
    // What is read, to the last brief and the help; what is pressed may be smaller.
    for (const read of ['.lead .taste p', '.brief .headline', '.photo .opening', '.gap', '.howto li > span']) {
      assert(await pixels(page.locator(read).first()) >= 20, read);
    }
    assert(await pixels(paragraph(page)) >= 20);
    assert(await pixels(paragraph(page), 'lineHeight') >= 1.8 * (await pixels(paragraph(page))));
    // The filters wait behind their button.
    assert(await page.getByRole('button', { name: '筛选' }).isVisible());
    assert(!(await filter(page, '绛县').isVisible()));
  };
  await check();
  await page.reload();
  await page.getByRole('main').waitFor();
  await check();
  await larger(page).click();
  await larger(page).click();
  assert.equal(await pixels(paragraph(page)), 30);
  await page.getByRole('link', { name: HEADLINES.park }).click();
  const text = page.locator('.text p').last();
  assert(await pixels(text, 'lineHeight') >= 1.8 * (await pixels(text)));
});

scenario('a browser that stores nothing can be used all the same', async ({ page, context }) => {
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
  });
  await page.reload();
  await page.getByRole('main').waitFor();
  await theme(page).selectOption('夜间');
  assert(lightness(await ground(page)) < 50);
  await larger(page).click();
  assert.equal(await page.locator('.look output').textContent(), '125%');
  await searchBox(page).fill('荷');
  await lists(page, [HEADLINES.park]);
});

scenario('a browser whose store is full can be used all the same', async ({ page, context }) => {
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.reload();
  await page.getByRole('main').waitFor();
  await elder(page).click();
  assert.equal(await elder(page).getAttribute('aria-pressed'), 'true');
  assert.equal((await headlines(page)).length, COUNT);
});

scenario('words in the store that nobody understands are passed over', async ({ page }) => {
  await page.evaluate(() => localStorage.setItem('banxin-look', 'vertical size-99 dark'));
  await page.reload();
  await page.getByRole('main').waitFor();
  assert(lightness(await ground(page)) < 50);
  assert.equal(await page.locator('.look output').textContent(), '100%');
});

scenario('nothing moves by itself', async ({ page }) => {
  const moving = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const still = transitionDuration.split(', ').every((time) => time === '0s');
        return !still || animationName !== 'none' || scrollBehavior !== 'auto';
      }).length,
    );
  assert.equal(await moving(), 0);
  await page.getByRole('link', { name: HEADLINES.park }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.park }).waitFor();
  assert.equal(await moving(), 0);
});

scenario(
  'narrow lines are ragged and wide ones are justified, and none is too long',
  async ({ page }) => {
    assert.equal(await style(paragraph(page), 'textAlign'), 'start');
    await page.setViewportSize({ width: 1600, height: 900 });
    assert.equal(await style(paragraph(page), 'textAlign'), 'justify');
    await page.getByRole('link', { name: HEADLINES.park }).click();
    const text = page.locator('.text p:not([class])').last();
    await text.waitFor();
    assert.equal(await style(text, 'textAlign'), 'justify');
    assert.equal(await pixels(text, 'textIndent'), 2 * (await pixels(text)));
    const characters = (await text.evaluate((element) => element.clientWidth)) / (await pixels(text));
    assert(characters <= 40, `${characters} characters in a line`);
  },
  { viewport: PHONE },
);

scenario("the browser's own bars have the colour of the paper", async ({ page }) => {
  const bar = () =>
    page.evaluate(() => {
      const metas = [...document.querySelectorAll('meta[name=theme-color]')];
      const colour = metas.find((meta) => matchMedia(meta.media).matches).content;
      document.body.append(Object.assign(document.createElement('i'), { id: 'probe' }));
      const probe = document.getElementById('probe');
      probe.style.color = colour;
      const seen = getComputedStyle(probe).color;
      probe.remove();
      return seen;
    });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const name of ['随系统', '日间', '夜间', '米黄', '高对比']) {
      await theme(page).selectOption(name);
      await eventually(async () => assert.equal(await bar(), await ground(page), `${name}, ${colorScheme}`));
    }
  }
});

// Does the page still look as it did? Pictures of it beside those that were looked at and kept.
//
// After a change that is meant, `BANXIN_PICTURES=renew node --test tests/browser/pictures.test.mjs` takes them anew;
// look at them before they are kept.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { assert, lists, scenario, searchBox } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

const KEPT = fileURLToPath(new URL('pictures', import.meta.url));
const RENEW = process.env.BANXIN_PICTURES === 'renew';
/** Where what differs is shown. */
const SHOWN = process.env.BANXIN_PICTURES_OUT ?? join(tmpdir(), 'banxin-pictures');

/** Of a colour's difference, from 0 to 1, what is the rounding of edges by another version of the font's renderer. */
const COLOUR = 0.2;
/** Of all pixels: a line that moves by one pixel is more. */
const TOLERATED = 0.002;

const DESK = { width: 1100, height: 760 };
const HAND = { width: 360, height: 680 };

/** What there is to take away is asked for, and stands at the foot when the answer is there. */
const foot = (page) => page.locator('.takeaway').waitFor({ state: 'attached' });

const VIEWS = {
  front: foot,
  article: async (page) => {
    await page.getByRole('link', { name: HEADLINES.market }).click();
    await page.getByRole('heading', { level: 1, name: HEADLINES.market }).waitFor();
  },
  search: async (page) => {
    await searchBox(page).fill('荷');
    await lists(page, [HEADLINES.park]);
    await foot(page);
  },
};
const LOOKS = { light: 'light', dark: 'dark', elder: 'light elder' };

async function picture(page) {
  // The caret blinks, and the line that says 离线可读 comes when it comes.
  await page.evaluate(() => {
    // The page's policy refuses a style element.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.ear [role=status] { visibility: hidden } * { caret-color: transparent !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.screenshot({ animations: 'disabled' });
}

async function compare(name, taken) {
  const file = join(KEPT, `${name}.png`);
  if (RENEW) {
    await mkdir(KEPT, { recursive: true });
    await writeFile(file, small(PNG.sync.read(taken)));
    return;
  }
  const [kept, now] = [PNG.sync.read(await readFile(file)), PNG.sync.read(taken)];
  const { width, height } = kept;
  assert.deepEqual([now.width, now.height], [width, height], `${name} has another size`);
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(kept.data, PNG.sync.read(small(now)).data, difference.data, width, height, { threshold: COLOUR });
  const share = pixels / (width * height);
  if (share <= TOLERATED) return;
  await mkdir(SHOWN, { recursive: true });
  await writeFile(join(SHOWN, `${name}.png`), taken);
  await writeFile(join(SHOWN, `${name}.difference.png`), PNG.sync.write(difference));
  assert.fail(
    `${(share * 100).toFixed(2)} % of ${name} differ: see ${join(SHOWN, `${name}.difference.png`)} beside ` +
      `${file}; if it is meant, take it anew with BANXIN_PICTURES=renew`,
  );
}

/** The same picture in few greys and colours: a quarter of the bytes, and the eye sees no difference. */
function small(png) {
  const step = 17;
  for (let at = 0; at < png.data.length; at++) {
    if (at % 4 !== 3) png.data[at] = Math.round(png.data[at] / step) * step;
  }
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}

for (const [view, enter] of Object.entries(VIEWS)) {
  for (const [look, words] of Object.entries(LOOKS)) {
    for (const [device, viewport] of Object.entries({ desk: DESK, phone: HAND })) {
      scenario(
        `${view} looks as it did: ${look}, ${device}`,
        async ({ page }) => {
          await page.evaluate((words) => localStorage.setItem('banxin-look', words), words);
          await page.reload();
          await page.getByRole('main').waitFor();
          await enter(page);
          await compare(`${view}-${look}-${device}`, await picture(page));
        },
        { viewport },
      );
    }
  }
}

// What does the README show? Pictures of the built site: `cargo xtask shots`.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESKTOP, DIST, launch, PHONE } from './browser.mjs';
import { HEADLINES } from './seed.mjs';
import { host } from './server.mjs';

const FOLDER = fileURLToPath(new URL('../../docs', import.meta.url));
/** Of WebP, from 0 to 1: text stays sharp, a picture stays below 100 KB. */
const QUALITY = 0.8;

const PICTURES = {
  front: {},
  article: { enter: (page) => page.getByRole('link', { name: HEADLINES.market }).click() },
  search: { enter: (page) => page.getByRole('combobox', { name: '搜索' }).fill('绛县') },
  phone: { viewport: PHONE },
  dark: { look: 'dark' },
  elder: { look: 'elder', viewport: PHONE },
};

const site = await host(DIST);
const browser = await launch();
const blank = await browser.newPage();
await mkdir(FOLDER, { recursive: true });
for (const [name, { viewport = DESKTOP, look = '', enter }] of Object.entries(PICTURES)) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  await context.addInitScript((look) => localStorage.setItem('banxin-look', look), look);
  const page = await context.newPage();
  await page.goto(site.url);
  await page.getByText('离线可读').waitFor();
  await enter?.(page);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await writeFile(join(FOLDER, `${name}.webp`), await webp(await page.screenshot()));
  await context.close();
}
await browser.close();
await site.stop();

/** The browser itself makes pictures small. */
async function webp(png) {
  const text = await blank.evaluate(
    async ([png, quality]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d').drawImage(image, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    [png.toString('base64'), QUALITY],
  );
  return Buffer.from(text, 'base64');
}

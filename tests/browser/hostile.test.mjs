// What does an evil dump do to its reader? Nothing: mark-up, bidi controls and zero bytes are text. The real wasm is
// opened with other bytes in the places of its texts, so that nothing need be built for it.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { edition } from './edition.mjs';
import { assert, eventually, running, scenario, searchBox } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

const MARKUP = '</script><img src=x onerror=alert(1)>';
const BODY = '<svg onload=alert(2)>\u202e&lt;\0<style>*{opacity:0}';

/** The same number of bytes, of a text that is no longer than the one whose place it takes. */
function fitted(text, bytes) {
  const fitted = Buffer.alloc(bytes, 'x');
  const written = Buffer.from(text);
  assert(written.length <= bytes, `${text} has ${written.length} bytes of ${bytes}`);
  written.copy(fitted);
  return fitted;
}

/** A built folder whose wasm has these texts in the places of others, and the first of them as the page shows it. */
async function spoiled(changes) {
  const folder = await edition('bad0bad0bad');
  const name = (await readdir(folder)).find((each) => each.endsWith('.wasm'));
  const wasm = await readFile(join(folder, name));
  for (const [old, text] of changes) {
    const before = Buffer.from(old);
    const at = wasm.indexOf(before);
    assert(at >= 0, `the wasm holds ${old}`);
    fitted(text, before.length).copy(wasm, at);
  }
  await writeFile(join(folder, name), wasm);
  return folder;
}

scenario('mark-up in a dump is text, in heads, bodies, the dump, searches and what is passed on', async ({ page, site }) => {
  await page.getByRole('link', { name: HEADLINES.tourism }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.tourism }).waitFor();
  const paragraph = (await page.locator('.text').textContent()).match(/[\p{Script=Han}，、]{20,}/u)[0];
  site.folder = await spoiled([[HEADLINES.tourism, MARKUP], [paragraph, BODY]]);
  const dialogs = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.goto(site.url);
  await page.reload();
  await running(page);
  await page.getByRole('link', { name: MARKUP }).first().click();
  const head = page.getByRole('heading', { level: 1 });
  await eventually(async () => assert((await head.textContent()).startsWith(MARKUP)));
  assert((await page.locator('.text').textContent()).includes('&lt;\0<style>*{opacity:0}'));
  assert((await page.title()).includes('<img src=x'));
  await page.getByRole('button', { name: '引用', exact: true }).click();
  await page.getByRole('textbox', { name: '引文' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await page.getByRole('textbox', { name: '文字和出处' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '原始文本', exact: true }).click();
  const dump = page.getByRole('region', { name: '原始文本' });
  await eventually(async () => assert((await dump.textContent()).includes(MARKUP)));
  await searchBox(page).fill('onerror=alert');
  await eventually(async () => assert((await page.locator('mark').allTextContents()).join('').includes('onerror=alert')));
  const made = await page.locator('img, svg[onload], main style, main script').count();
  assert.equal(made, 0, 'no element came of a text');
  assert.deepEqual(dialogs, []);
});

scenario('no text becomes mark-up or a program, whoever asks', async ({ page, report }) => {
  const policy = page.locator('meta[http-equiv=Content-Security-Policy]');
  if ((await policy.count()) === 0) return report('what is not published yet has no policy');
  const refused = await page.evaluate(async () => {
    const tries = {
      html: () => (document.createElement('div').innerHTML = '<b>x</b>'),
      script: () => (document.createElement('script').text = 'alert(1)'),
      worker: () => navigator.serviceWorker.register('other.js'),
      write: () => document.write('<b>x</b>'),
    };
    const refused = [];
    for (const [name, run] of Object.entries(tries)) {
      try {
        await run();
      } catch (error) {
        if (error instanceof TypeError) refused.push(name);
      }
    }
    return refused;
  });
  assert.deepEqual(refused, ['html', 'script', 'worker', 'write']);
}, { said: [/TrustedHTML|TrustedScript|Trusted Type/] });

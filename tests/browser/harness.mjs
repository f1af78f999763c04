// How is a scenario played? In a real Chromium with an empty profile, on the built site; afterwards the console
// must be empty, and no request may have left the site's own origin.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESKTOP, DIST, launch, PHONE } from './browser.mjs';
import { host } from './server.mjs';

export { assert, DIST, PHONE };

/** Milliseconds: the site answers in a few; a busy machine with two cores may take a second. */
const PATIENCE = 30_000;

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/**
 * Plays `run({ page, site, context, open, report })` on the open front page; `report` says something beside the result,
 * `start` is another fragment to open, `scripts` whether the page may run any; with `opened` false the scenario opens
 * the page by itself. `said` are patterns of what the console may say. `folder` is the site.
 */
export function scenario(name, run, how = {}) {
  const { viewport = DESKTOP, start = '', scripts = true, opened = true, said = [], folder = DIST } = how;
  test(name, async (played) => {
    const site = await host(folder);
    const context = await browser.newContext({ viewport, locale: 'zh-CN', javaScriptEnabled: scripts });
    context.setDefaultTimeout(PATIENCE);
    const seen = watch(context);
    try {
      if (scripts) context.newPage = patient(context.newPage.bind(context));
      const page = await context.newPage();
      const open = async (fragment = '') => {
        await page.goto(site.url + fragment);
        await page.getByRole('main').waitFor();
      };
      if (opened) await open(start);
      await run({ page, site, context, open, report: (line) => played.diagnostic(line) });
      const unasked = seen.console.filter((line) => !said.some((pattern) => pattern.test(line)));
      assert.deepEqual(unasked, [], 'the console is not empty');
      const elsewhere = seen.requests.filter((url) => new URL(url).origin !== site.origin);
      assert.deepEqual(elsewhere, [], 'requests left the origin');
      assert(seen.requests.length > 0, 'no request was seen at all');
    } finally {
      await context.close();
      await site.stop();
    }
  });
}

function watch(context) {
  const seen = { console: [], requests: [] };
  context.on('console', (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => seen.console.push(`uncaught: ${error.error()}`));
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) seen.requests.push(request.url());
  });
  return seen;
}

/**
 * New pages that are left only when they have answered what came last, and are loaded only when the reader runs: what
 * is prerendered does not answer yet.
 */
function patient(newPage) {
  return async () => {
    const page = await newPage();
    for (const load of ['goto', 'reload']) {
      const once = page[load].bind(page);
      page[load] = async (...how) => {
        await answered(page);
        const answer = await once(...how);
        // Who waits for less than a load looks at what comes before.
        if (!how.at(-1)?.waitUntil) {
          await running(page);
          await shown(page);
        }
        return answer;
      };
    }
    return page;
  };
}

/** Waits until the reader has taken the place of what was prerendered. */
export function running(page) {
  return page.locator('#prerendered').waitFor({ state: 'detached' });
}

/**
 * Waits until the reader has answered what was typed or pressed: it lets the browser paint that first, and writes the
 * address only then.
 */
export function answered(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** Waits until a view that was asked for by its address is drawn, and scrolled to, and has the focus. */
export async function shown(page) {
  await answered(page);
  await answered(page);
}

/** Opens an article from a list, and waits until it is drawn, and scrolled to, and has the focus. */
export async function openArticle(page, headline) {
  await page.getByRole('main').getByRole('link', { name: headline, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: headline }).waitFor();
  await answered(page);
}

/** Tries `check` until it holds; fails with its last complaint. */
export async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/**
 * Waits until a dialog that was closed has left its entry in the history. Until then a step back that is asked for from
 * outside only leaves that same entry; the button of the browser counts from where it is going.
 */
export function stepped(page) {
  return page.waitForFunction(() => navigation.canGoForward);
}

/** The search box. Who fills it, or types into it, goes on when the reader has answered. */
export function searchBox(page) {
  const box = page.getByRole('combobox', { name: '搜索' });
  for (const way of ['fill', 'pressSequentially']) {
    const once = box[way].bind(box);
    box[way] = async (query) => {
      await once(query);
      await answered(page);
    };
  }
  return box;
}

/** A filter by its label without the count: 绛县 is not 新绛县. */
export function filter(page, name) {
  return page.getByRole('checkbox', { name: new RegExp(`^${name} \\d+$`) });
}

/** The headlines in the list, in order. */
export function headlines(page) {
  return page.getByRole('main').getByRole('article').getByRole('heading').allTextContents();
}

/** Waits until the list shows exactly these headlines. */
export function lists(page, expected) {
  return eventually(async () => assert.deepEqual(await headlines(page), expected));
}

/** The line that says what is shown. */
export function status(page) {
  return page.getByRole('main').getByRole('status').first();
}

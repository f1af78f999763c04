// Does `window.banxin` do what its declaration says?

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert, DIST, scenario } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

const search = (page, query, options) =>
  page.evaluate(([query, options]) => window.banxin.search(query, options), [query, options]);

/** The keys of each interface in the declaration, those that may be absent apart. */
async function declared() {
  const text = await readFile(join(DIST, 'banxin.d.ts'), 'utf8');
  const interfaces = {};
  for (const [, name, body] of text.matchAll(/export interface (\w+) \{(.*?)\n\}/gs)) {
    const keys = [...body.matchAll(/^ {2}(\w+)(\??)[:(]/gm)];
    const some = (mark) => keys.filter((key) => key[2] === mark).map((key) => key[1]);
    interfaces[name] = { all: some('').sort(), optional: some('?') };
  }
  return interfaces;
}

scenario('the example of the README runs', async ({ page }) => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, example] = readme.match(/```js\n(.*?window\.banxin.*?)```/s) ?? [];
  assert(example, 'the README has no example of window.banxin');
  const lines = await page.evaluate(async (example) => {
    const lines = [];
    const log = (line) => lines.push(String(line));
    const run = new Function('console', `return (async () => {${example}})()`);
    await run({ log });
    return lines;
  }, example);
  assert(lines.length > 0, 'the example prints nothing');
});

scenario('an answer has the keys that are declared, no more and no less', async ({ page }) => {
  const interfaces = await declared();
  const check = (name, value) => {
    const { all, optional } = interfaces[name];
    const keys = Object.keys(value).filter((key) => !optional.includes(key));
    assert.deepEqual(keys.sort(), all, name);
  };
  const answer = await search(page, '荷花', { explain: true });
  check('Answer', answer);
  check('Hit', answer.hits[0]);
  check('Match', answer.hits[0].matches[0]);
  check('Piece', answer.hits[0].excerpt[0]);
  check('FacetValue', answer.facets.county[0]);
  check('Suggestion', (await search(page, '关公 琉璃瓦紫禁城', { exact: true })).suggestions[0]);
  assert.equal(typeof answer.hits[0].explanation, 'string');
});

scenario('what is found, where and how, as plain objects', async ({ page, site }) => {
  const { hits, total, facets } = await search(page, 'minleyuan');
  assert.equal(hits[0].title, HEADLINES.park);
  assert.equal(hits[0].tier, 'pinyin');
  assert.equal(hits[0].matches[0].text, '民乐园');
  assert.equal(total, hits.length);
  const county = facets.county.find(({ value }) => value === '稷山县');
  assert.deepEqual(county, { value: '稷山县', count: 1, tiers: { pinyin: 1 } });
  assert.equal((await search(page, 'minleyuan', { exact: true })).total, 0);
  await page.goto(site.url + hits[0].href);
  await page.getByRole('heading', { level: 1, name: HEADLINES.park }).waitFor();
});

scenario('what the page offers cannot be replaced', async ({ page }) => {
  const replaced = await page.evaluate(() => {
    const { banxin } = window;
    const attempts = [
      () => { window.banxin = { search: () => ({ total: 0 }) }; },
      () => { window.banxin.search = () => ({ total: 0 }); },
      () => { window.banxin.more = 1; },
      () => { delete window.banxin; },
      () => { Object.defineProperty(window, 'banxin', { value: 1 }); },
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {
        // Strict code is refused; other code is not heard.
      }
    }
    return window.banxin !== banxin || Object.keys(banxin).join() !== 'search' || banxin.search('新绛').total === 0;
  });
  assert.equal(replaced, false);
});

scenario('a wrong argument is a TypeError that says what is wrong', async ({ page }) => {
  const complaint = (run) =>
    page.evaluate((run) => {
      try {
        new Function(run)();
        return 'no error';
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    }, run);
  assert.equal(
    await complaint('window.banxin.search(7)'),
    'TypeError: banxin.search: the query must be a string',
  );
  assert.match(await complaint('window.banxin.search("荷", { limmit: 3 })'), /options: there is no "limmit"; there are exact, limit, explain, filters/);
  assert.match(
    await complaint('window.banxin.search("荷", { filters: { town: ["楚侯乡"] } })'),
    /there is no facet "town"; the facets are paper, county/,
  );
  assert.match(
    await complaint('window.banxin.search("荷", { filters: { county: "稷山县" } })'),
    /^TypeError: banxin.search: options: .*; exact and explain are booleans, .* filters an object of lists of strings$/,
  );
});

scenario('an option that is undefined is none', async ({ page }) => {
  const whole = await search(page, '荷');
  const none = await page.evaluate(() =>
    window.banxin.search('荷', { limit: undefined, exact: undefined, filters: { county: undefined, kind: undefined } }));
  assert.deepEqual(none, whole);
});

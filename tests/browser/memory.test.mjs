// Does a page that is searched all day keep its size?

import { assert, scenario } from './harness.mjs';

const WARM = 5_000;
const SEARCHES = 100_000;
/** Of every tier, with and without hits, filters and suggestions. */
const QUERIES = ['的', '新绛', '電商', 'minleyuan', 'xjx', '涑水烟火', '稷山县的荷花什么时候开', '县:绛县 “八一”', '紫禁城', '-的 7月'];

scenario('100,000 searches leave the memory as it was', async ({ page, open }) => {
  await page.addInitScript(() => {
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...args) => {
      const wasm = await instantiate.apply(WebAssembly, args);
      window.wasmMemory = wasm.instance.exports.memory;
      return wasm;
    };
  });
  await open('');
  await page.reload();
  await page.getByRole('main').waitFor();
  const run = (count) =>
    page.evaluate(
      ([queries, count]) => {
        let found = 0;
        for (let at = 0; at < count; at++) {
          found += window.banxin.search(queries[at % queries.length], { limit: 1 }).total;
        }
        return [found, window.wasmMemory.buffer.byteLength];
      },
      [QUERIES, count],
    );
  const [found, before] = await run(WARM);
  assert(found > WARM / 2, 'the queries find something');
  const [, after] = await run(SEARCHES);
  assert.equal(after, before);
});

// What does one engine do in this page? Loaded, asked, timed, and compared with what the texts hold.

import { fold, whole } from './fold.mjs';

/** Hits that recall looks at, and queries of one way of writing and one length that it is taken of. */
const FIRST = 10;
const WRITTEN = 100;
/** Of the queries that are there, every so manieth is timed. */
const TIMED = 4;

const bytes = async (name) => new Uint8Array(await (await fetch(`/data/${name}`)).arrayBuffer());
const json = async (name) => (await fetch(`/data/${name}`)).json();

function script(source) {
  return new Promise((done, failed) => {
    const element = Object.assign(document.createElement('script'), { src: source });
    element.onload = done;
    element.onerror = () => failed(new Error(`${source} did not load`));
    document.head.append(element);
  });
}

/** Microseconds below which this share of the times lies. */
function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Microseconds of one call, warm: the least of some rounds, each long enough for the clock. */
async function time(call) {
  const ROUNDS = 3;
  const LONG_ENOUGH = 0.5;
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    let calls = 0;
    let spent = 0;
    const start = performance.now();
    do {
      const given = call();
      if (given instanceof Promise) await given;
      calls += 1;
      spent = performance.now() - start;
    } while (spent < LONG_ENOUGH);
    best = Math.min(best, (spent * 1000) / calls);
  }
  return best;
}

async function times(queries, call) {
  const all = [];
  for (const query of queries) all.push(await time(() => call(query)));
  return { p50: percentile(all, 0.5), p95: percentile(all, 0.95), most: Math.max(...all) };
}

/** Bytes of the page's own heap, swept. */
function heap() {
  globalThis.gc?.();
  return performance.memory.usedJSHeapSize;
}

export async function measure(name, folder) {
  const [articles, queries, index, { load }] = await Promise.all([
    json('articles.json'),
    json('queries.json'),
    // As bytes where it is an index, as a table of names where the engine has files of its own.
    folder ? json(`engines/${name}.index`) : bytes(`engines/${name}.index`),
    import(`/data/engines/${name}.js`),
  ]);
  const tools = { bytes, script, folder, wasm: '/wasm/bench.js' };
  const result = {};
  const empty = heap();
  const sentBefore = await sent();
  const before = performance.now();
  const find = await load(index, articles, tools);
  await find(queries.exact[2][0]);
  result.first = performance.now() - before;
  const sentAfter = await sent();
  result.cold = {
    bytes: sentAfter.bytes - sentBefore.bytes,
    requests: sentAfter.requests - sentBefore.requests,
  };
  result.ready = find.ready;
  result.handed = find.handed;
  result.slice = find.settle?.();
  result.memory = find.memory?.() ?? heap() - empty;
  await quality(result, find, articles, queries);
  const all = queries.exact.flat().filter((_, at) => at % TIMED === 0);
  result.warm = await times(all, find.exact ?? find);
  if (find.answer) {
    const written = queries.writings.flatMap((way) => way.queries.slice(0, WRITTEN));
    result.tiers = await times([...all, ...written.map((own) => own.query)], find.answer);
    result.byWay = {};
    for (const way of queries.writings.filter((way) => way.kind === 'words')) {
      const own = way.queries.slice(0, WRITTEN).map((own) => own.query);
      result.byWay[`${way.name} of ${way.length}`] = await times(own, find.answer);
    }
  }
  return result;
}

async function quality(result, find, articles, queries) {
  const texts = articles.map((article) => fold(whole(article)));
  result.exact = [];
  for (const own of queries.exact) {
    let [wanted, found, right, whole] = [0, 0, 0, 0];
    for (const query of own) {
      const needle = fold(query);
      const holds = texts.map((text) => text.includes(needle));
      const given = new Set(await (find.holders ?? find)(query));
      const holders = holds.filter(Boolean).length;
      const both = [...given].filter((id) => holds[id]).length;
      wanted += holders;
      found += given.size;
      right += both;
      whole += both === holders && given.size === holders ? 1 : 0;
    }
    result.exact.push({ recall: right / wanted, precision: found ? right / found : 1, whole: whole / own.length });
  }
  const bodies = articles.map(whole);
  result.recall = {};
  for (const { name, kind, length, queries: own } of queries.writings) {
    let sum = 0;
    const asked = own.slice(0, WRITTEN);
    for (const { query, run } of asked) {
      const given = (await find(query)).slice(0, FIRST);
      // No more than can be among the first ones: many articles take long to be looked through.
      let holders = 0;
      for (const body of bodies) if (body.includes(run) && ++holders === FIRST) break;
      const right = given.filter((id) => bodies[id].includes(run)).length;
      sum += right / holders;
    }
    result.recall[`${kind} ${name} ${length}`] = sum / asked.length;
  }
}

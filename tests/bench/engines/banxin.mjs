export const note = 'this engine; a whole answer: all tiers, ranked, two facets counted, ten snippets';

export const build = () => null;

/** `tools.wasm` is what wasm-bindgen made; texts and tables are what a build embeds. */
export async function load(_, articles, tools) {
  const { default: start, Embedded, Search } = await import(tools.wasm);
  const [{ memory }, texts, parts, tables] = await Promise.all([
    start(),
    tools.bytes('texts.txt').then((bytes) => new TextDecoder().decode(bytes)),
    tools.bytes('parts.bin'),
    tools.bytes('tables.bin'),
  ]);
  const before = performance.now();
  // A site's own lie in its wasm from the beginning.
  const embedded = new Embedded(texts, new Uint32Array(parts.buffer), tables);
  const from = performance.now();
  const engine = new Search(embedded);
  const ready = performance.now() - from;
  const find = (query) => engine.first(query, articles.length);
  return Object.assign(find, {
    ready,
    handed: from - before,
    /** Slices of idle work, the longest in milliseconds. */
    settle() {
      let longest = 0;
      for (let more = true; more; ) {
        const from = performance.now();
        more = engine.more();
        longest = Math.max(longest, performance.now() - from);
      }
      return longest;
    },
    holders: (query) => engine.holders(query),
    answer: (query) => engine.answer(query, false),
    exact: (query) => engine.answer(query, true),
    memory: () => memory.buffer.byteLength,
  });
}

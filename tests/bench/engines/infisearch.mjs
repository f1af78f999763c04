export const note = 'language chinese, the query in quotes (a phrase), asked through its own worker';

/** Runs in Node only: the program `infisearch` indexes a folder of files. */
export async function files(articles, folder) {
  const { mkdirSync, writeFileSync, readFileSync, readdirSync } = await import('node:fs');
  const { spawnSync } = await import('node:child_process');
  const { basename, dirname } = await import('node:path');
  const source = `${folder}-source`;
  mkdirSync(source, { recursive: true });
  const clean = (text) => text.replace(/[<>&]/g, ' ');
  articles.forEach((article, id) => {
    const body = article.paras.map((text) => `<p>${clean(text)}</p>`).join('\n');
    const page = `<html><head><title>${clean(article.title)}</title></head><body>${body}</body></html>`;
    writeFileSync(`${source}/${id}.html`, page);
  });
  writeFileSync(`${source}/infi_search.json`, JSON.stringify({ lang_config: { lang: 'chinese' } }));
  const made = spawnSync('infisearch', [source, folder], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.error?.message ?? made.stderr + made.stdout);
  const { indexVer, indexingConfig } = JSON.parse(readFileSync(`${folder}/output_config.json`));
  const ids = {};
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith('.json')) {
        // The folder is the number of the block, its documents count from there.
        const first = Number(basename(dirname(path))) * indexingConfig.numDocsPerBlock;
        JSON.parse(readFileSync(path)).forEach((fields, at) => {
          const own = fields.flat(9).find((field) => /^\d+\.html$/.test(field));
          if (own) ids[first + at] = Number.parseInt(own, 10);
        });
      }
    }
  };
  walk(`${folder}/${indexVer}/field_store`);
  return ids;
}

export async function load(ids, _, tools) {
  // The page's own interface shows ten results at a time; its worker is asked for all of them.
  let worker;
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...own) {
      super(...own);
      worker = this;
    }
  };
  const input = document.body.appendChild(document.createElement('input'));
  input.id = 'infi-search';
  await tools.script(`${tools.folder}/assets/search-ui.chinese.bundle.js`);
  const interfaceOfIt = window.infisearch.default ?? window.infisearch;
  const url = new URL(`${tools.folder}/`, location.href).href;
  interfaceOfIt.init({ searcherOptions: { url } });
  await new Promise((done) => worker.addEventListener('message', (event) => event.data.isSetupDone && done()));
  let number = 1e6;
  const ask = (message) =>
    new Promise((done) => {
      const listen = ({ data }) => {
        if (data.queryId !== message.queryId) return;
        worker.removeEventListener('message', listen);
        done(data);
      };
      worker.addEventListener('message', listen);
      worker.postMessage(message);
    });
  return async (text) => {
    const query = `"${text}"`;
    const queryId = number++;
    const opts = { enumFilters: {}, i64Filters: {}, sort: null, sortAscending: false };
    const { resultsTotal } = await ask({ query, queryId, opts });
    if (!resultsTotal) return [];
    const { nextResults } = await ask({ query, queryId, isGetNextN: true, n: resultsTotal });
    worker.postMessage({ query, isFree: true });
    const found = [];
    const view = new DataView(nextResults);
    for (let at = 0; at + 4 <= view.byteLength; at += 4) found.push(ids[view.getUint32(at, true)]);
    return found;
  };
}

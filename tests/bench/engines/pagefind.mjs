export const note = 'its extended build for Chinese; every result counts, found by its hash';

/** Runs in Node only: Pagefind's index is a folder of files. */
export async function files(articles, folder) {
  const { createIndex, close } = await import('pagefind');
  const { gunzipSync } = await import('node:zlib');
  const { readdirSync, readFileSync } = await import('node:fs');
  const { index } = await createIndex({ forceLanguage: 'zh' });
  for (const [id, article] of articles.entries()) {
    const content = article.paras.join('\n');
    const meta = { title: article.title };
    await index.addCustomRecord({ url: `/${id}`, content: `${article.title}\n${content}`, language: 'zh', meta });
  }
  await index.writeFiles({ outputPath: folder });
  await close();
  const ids = {};
  for (const name of readdirSync(`${folder}/fragment`)) {
    const text = gunzipSync(readFileSync(`${folder}/fragment/${name}`)).toString();
    ids[name.replace('.pf_fragment', '')] = Number(JSON.parse(text.slice(text.indexOf('{'))).url.slice(1));
  }
  return ids;
}

export async function load(ids, _, tools) {
  const pagefind = await import(`${tools.folder}/pagefind.js`);
  await pagefind.options({ basePath: `${tools.folder}/` });
  await pagefind.init();
  return async (query) => (await pagefind.search(query)).results.map((hit) => ids[hit.id]);
}

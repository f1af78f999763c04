import lunr from 'lunr';
import support from 'lunr-languages/lunr.stemmer.support.js';
import zh from 'lunr-languages/lunr.zh.js';
import { whole } from '../fold.mjs';

export const note = 'lunr-languages zh as it works in a page (Intl.Segmenter), all words required';
export const most = 1_000;

support(lunr);
zh(lunr);

export function build(articles) {
  const index = lunr(function () {
    this.use(lunr.zh);
    this.ref('id');
    this.field('text');
    articles.forEach((article, id) => this.add({ id, text: whole(article) }));
  });
  return JSON.stringify(index);
}

export async function load(bytes) {
  const index = lunr.Index.load(JSON.parse(new TextDecoder().decode(bytes)));
  return (query) =>
    index
      .query((terms) => {
        for (const token of lunr.zh.tokenizer(query)) {
          terms.term(token.toString(), { presence: lunr.Query.presence.REQUIRED });
        }
      })
      .map((hit) => Number(hit.ref));
}

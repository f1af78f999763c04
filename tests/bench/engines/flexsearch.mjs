import FlexSearch from 'flexsearch';
import { whole } from '../fold.mjs';

export const note = 'Charset.CJK, built in the page: its export is larger and slower to load';

const { Charset, Index } = FlexSearch;

export const build = () => null;

export function load(_, articles) {
  const index = new Index({ encoder: Charset.CJK, tokenize: 'strict' });
  articles.forEach((article, id) => index.add(id, whole(article)));
  return (query) => index.search(query, { limit: 1e6 });
}

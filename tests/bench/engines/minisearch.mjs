import MiniSearch from 'minisearch';
import { bigrams, whole } from '../fold.mjs';

export const note = 'pairs of characters, all of them required; a single character as a prefix';
/** The index of more articles takes minutes and gigabytes. */
export const most = 10_000;

const options = { fields: ['text'], tokenize: bigrams, processTerm: (term) => term };

export function build(articles) {
  const index = new MiniSearch(options);
  index.addAll(articles.map((article, id) => ({ id, text: whole(article) })));
  return JSON.stringify(index);
}

export async function load(bytes) {
  const index = MiniSearch.loadJSON(new TextDecoder().decode(bytes), options);
  return (query) => {
    const prefix = [...query].length === 1;
    return index.search(query, { combineWith: 'AND', prefix }).map((hit) => hit.id);
  };
}

import MiniSearch from 'minisearch';
import { whole } from '../fold.mjs';

export const note = 'words of Intl.Segmenter with prefixes, all of them required';
export const most = 10_000;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const tokenize = (text) =>
  Array.from(segmenter.segment(text))
    .filter((word) => word.isWordLike)
    .map((word) => word.segment);
const options = { fields: ['text'], tokenize };

export function build(articles) {
  const index = new MiniSearch(options);
  index.addAll(articles.map((article, id) => ({ id, text: whole(article) })));
  return JSON.stringify(index);
}

export async function load(bytes) {
  const index = MiniSearch.loadJSON(new TextDecoder().decode(bytes), options);
  return (query) => index.search(query, { combineWith: 'AND', prefix: true }).map((hit) => hit.id);
}

import { create, insertMultiple, load as restore, save, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import { whole } from '../fold.mjs';

export const note = 'its mandarin tokenizer (Intl.Segmenter), all words required';
export const most = 10_000;

const fresh = () =>
  create({
    schema: { text: 'string' },
    components: { tokenizer: createTokenizer({ language: 'mandarin' }) },
  });

export async function build(articles) {
  const index = fresh();
  const documents = articles.map((article, id) => ({ id: String(id), text: whole(article) }));
  await insertMultiple(index, documents, 500);
  return JSON.stringify(save(index));
}

export async function load(bytes, articles) {
  const index = fresh();
  restore(index, JSON.parse(new TextDecoder().decode(bytes)));
  const limit = articles.length;
  return async (term) => {
    const found = await search(index, { term, threshold: 0, limit });
    return found.hits.map((hit) => Number(hit.id));
  };
}

// What is the oracle's fold? Compatibility forms, case and white space; nothing that an engine could dispute.

export const fold = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** An article as one text whose parts do not run into one another. */
export const whole = (article) => [article.title, ...article.paras].join('\u0001');

/** Runs of letters and digits, each cut into pairs of characters; one of a single character stays. */
export function bigrams(text) {
  const pairs = [];
  for (const run of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const letters = [...run];
    if (letters.length === 1) pairs.push(run);
    for (let at = 0; at + 1 < letters.length; at++) pairs.push(letters[at] + letters[at + 1]);
  }
  return pairs;
}

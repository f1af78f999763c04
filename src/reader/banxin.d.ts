// What a script in a Banxin page can ask. `window.banxin` is there once the page has dispatched
// `TrunkApplicationStarted`.

export type Tier = 'exact' | 'folded' | 'pinyin' | 'lookalike' | 'partial';
export type Facet = 'paper' | 'county' | 'section' | 'kind' | 'day' | 'issue' | 'month' | 'author';
export type Field = 'kicker' | 'headline' | 'subtitle' | 'byline' | 'subhead' | 'caption' | 'body';

export interface Options {
  /** Only what stands in the text as asked for (tiers `exact` and `folded`); false where absent. */
  exact?: boolean;
  /** Hits returned at most; 50 where absent. `total` and `facets` count all. */
  limit?: number;
  /** Adds to each hit how its score came about. */
  explain?: boolean;
  /** Values by facet: of one facet any, of several facets all. */
  filters?: Partial<Record<Facet, string[]>>;
}

export interface Answer {
  query: string;
  /** Articles found. */
  total: number;
  /** Places in all of them. */
  places: number;
  /** Best first. */
  hits: Hit[];
  /** For each facet its values; a count holds for the query and the filters of the other facets. */
  facets: Record<Facet, FacetValue[]>;
  /** Queries near this one that find something, where it finds nothing. */
  suggestions: Suggestion[];
}

export interface Hit {
  id: string;
  /** Key of the edition. */
  edition: string;
  title: string;
  /** Paper (or region), day and page, as far as they are known; what is only inferred says so, as 2025年7月23日或稍后（推定）. */
  source: string;
  /** The fragment that opens the article at its first match. */
  href: string;
  tier: Tier;
  /** Comparable within one answer and one tier. */
  score: number;
  /** In reading order. */
  matches: Match[];
  /** The densest place; its texts together are a stretch of the article. */
  excerpt: Piece[];
  /** Where `explain` was asked for. */
  explanation?: string;
}

export interface Match {
  /** Index of the part of the article: heads first, then blocks, in reading order. */
  part: number;
  field: Field;
  /** UTF-16 code units in the part's text, as in `String.slice`. */
  start: number;
  end: number;
  /** As it stands there. */
  text: string;
}

export interface Piece {
  text: string;
  match: boolean;
}

export interface FacetValue {
  value: string;
  count: number;
  /** Of `count`, those found in each tier; tiers with none are left out. */
  tiers: Partial<Record<Tier, number>>;
}

export interface Suggestion {
  query: string;
  reason: 'without-filters' | 'without-word' | 'near-name' | 'only-value' | 'other-value';
  hits: number;
}

export interface Banxin {
  /**
   * Any string is a query; see the page's 怎样查 for what it can hold.
   * @throws TypeError for a query that is no string, and for options that are not as above.
   */
  search(query: string, options?: Options): Answer;
}

declare global {
  interface Window {
    readonly banxin: Banxin;
  }
}

import { plainText } from '../base/plain-text.ts';
import { type Contribution, dateOf, type Edtf, mainTitle, type Work } from '../base/work.ts';

/** The language in which a reference is set: its words and its spaces, not those of the work. */
export type Typography = 'fr' | 'en';

/** A piece of a reference, in italics or not. */
export interface Run {
  readonly text: string;
  readonly italic?: boolean | undefined;
}

const noBreak = '\u00a0';
const narrow = '\u202f';

/** Words that both styles need, with the spaces that French puts before high punctuation. */
export const typography = {
  fr: {
    and: ' et ',
    colon: `${noBreak}: `,
    issue: `n°${noBreak}`,
    volume: `vol.${noBreak}`,
    pages: `p.${noBreak}`,
    in: `In${noBreak}: `,
    editor: 'dir.',
    editors: 'dir.',
    translator: 'trad.',
    noDate: `s.${noBreak}d.`,
    inPress: 'à paraître',
    thesis: 'Thèse',
    available: `Disponible à l’adresse${noBreak}: `,
    open: `«${narrow}`,
    close: `${narrow}»`,
  },
  en: {
    and: ' and ',
    colon: ': ',
    issue: 'no. ',
    volume: 'vol. ',
    pages: 'pp. ',
    in: 'In: ',
    editor: 'ed.',
    editors: 'eds.',
    translator: 'trans.',
    noDate: 'n.d.',
    inPress: 'in press',
    thesis: 'Thesis',
    available: 'Available from: ',
    open: '“',
    close: '”',
  },
} as const;

/** `Title: subtitle`, plain. */
export function fullTitle(work: Work, language: Typography): string {
  const main = mainTitle(work);
  const subtitle = work.titles.find(({ role }) => role === 'subtitle')?.text;
  const title = main ? plainText(main) : '';
  return subtitle ? title + typography[language].colon + plainText(subtitle) : title;
}

/** The date that a reader looks for: of publication, else of defence, else of writing. */
export function referenceDate(work: Work): Edtf | undefined {
  return dateOf(work, 'published') ?? dateOf(work, 'defended') ?? dateOf(work, 'written');
}

/** The family name with what belongs before it, and the given name; a name that is not split stands whole. */
export function nameParts(one: Contribution): {
  readonly family: string;
  readonly given?: string | undefined;
} {
  const { family, particle, droppingParticle, given, suffix, literal, nameAsPrinted } = one;
  if (!family) return { family: literal ?? nameAsPrinted };
  const before = [given, droppingParticle].filter(Boolean).join(' ');
  const first = [before, suffix].filter(Boolean).join(', ');
  return { family: particle ? `${particle} ${family}` : family, given: first || undefined };
}

/** Where the work can be had: its DOI, else its own page, else the file. */
export function addressOf(work: Work): string | undefined {
  const doi = work.identifiers.find(({ scheme, iri }) => scheme === 'doi' && iri)?.iri;
  const link = (role: string) => work.links.find((each) => each.role === role)?.url;
  const other = work.identifiers.find(({ iri }) => iri?.startsWith('http'))?.iri;
  return doi ?? link('landing') ?? link('fulltext') ?? other ?? link('publisher');
}

/** Ends a sentence once: a title that ends in `?` or `…` gets no full stop. */
export function stopped(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}

import { type Carrying, firstOnly } from '../base/losses.ts';
import type { Work } from '../base/work.ts';
import { apa } from './citation-apa.ts';
import { iso690 } from './citation-iso690.ts';
import type { Run, Typography } from './citation-words.ts';
import type { Writer } from './writer.ts';

const styles = {
  iso690: { compose: iso690, title: { fr: 'NF ISO 690', en: 'NF ISO 690' } },
  apa: { compose: apa, title: { fr: 'APA (7e édition)', en: 'APA (7th edition)' } },
} as const;

/** A style of references. */
export type Style = keyof typeof styles;

/** A reference as pieces, for pages that set titles in italics. */
export function citation(work: Work, style: Style, language: Typography): readonly Run[] {
  return styles[style].compose(work, language);
}

/**
 * What of a work can be read off a reference; nothing of it can be read back for certain, since a reference is prose.
 * Kinds that a reference says in part count as lost where the rest is.
 */
const carries: Carrying = {
  'titles.main': true,
  'titles.subtitle': true,
  contributions: (_, index, { contributions }) => {
    const role = contributions[index]?.role;
    return role === 'author' || (role === 'editor' && !contributions.some((one) => one.role === 'author'));
  },
  'container.titles': firstOnly,
  'container.editors': (_, __, { container }) =>
    container?.type === 'book' || container?.type === 'proceedings',
  'position.volume': hasContainer,
  'position.issue': hasContainer,
  'position.pages': hasContainer,
  'position.articleNumber': hasContainer,
  'dates.published': (value) => /^\d{4}$/.test(value),
  identifiers: (value) => value.startsWith('doi '),
};

function hasContainer(_value: string, _index: number, { container }: Work): boolean {
  return (container?.titles.length ?? 0) > 0;
}

function writer(style: Style, language: Typography, aliases: readonly string[]): Writer {
  const { compose, title } = styles[style];
  return {
    name: `${style}-${language}`,
    aliases,
    title: {
      fr: `Références ${title.fr}, typographie ${language === 'fr' ? 'française' : 'anglaise'}`,
      en: `${title.en} references, ${language === 'fr' ? 'French' : 'English'} typography`,
    },
    mediaType: 'text/plain',
    extension: `.${style}-${language}.txt`,
    takes: 'works',
    carries,
    lines: false,
    open: async () => ({
      head: '',
      one: ({ work, iri }) => {
        if (!work) throw new Error(`not a work: ${iri}`);
        const text = compose(work, language)
          .map((run) => run.text)
          .join('')
          .replace(/\s*\n\s*/g, ' ')
          .trim();
        return `${text}\n`;
      },
      between: '',
      tail: '',
    }),
  };
}

/** References in the two styles and the two typographies; a reference is a line. */
export const citations: readonly Writer[] = [
  writer('iso690', 'fr', ['citation', 'iso690']),
  writer('iso690', 'en', []),
  writer('apa', 'fr', []),
  writer('apa', 'en', ['apa']),
];

import { everything } from '../base/losses.ts';
import type { Work } from '../base/work.ts';
import type { Writer } from './writer.ts';

// The order of the interface, so that a line does not depend on how the work was put together.
const order = Object.keys({
  id: 1,
  type: 1,
  titles: 1,
  abstracts: 1,
  contributions: 1,
  dates: 1,
  container: 1,
  position: 1,
  event: 1,
  publisher: 1,
  identifiers: 1,
  links: 1,
  languages: 1,
  subjects: 1,
  access: 1,
  licences: 1,
  funding: 1,
  relations: 1,
  references: 1,
  status: 1,
  review: 1,
  notes: 1,
  citationText: 1,
  provenance: 1,
  unmapped: 1,
} satisfies Record<keyof Work, 1>) as readonly (keyof Work)[];

/** The works themselves, one JSON object on each line: nothing is lost, and it can be read back. */
export const ndjson: Writer = {
  name: 'ndjson',
  aliases: ['works', 'jsonl'],
  title: {
    fr: 'Les notices elles-mêmes, un objet JSON par ligne',
    en: 'The records themselves, one JSON object a line',
  },
  mediaType: 'application/x-ndjson',
  extension: '.ndjson',
  takes: 'works',
  carries: everything,
  lines: false,

  open: async () => ({
    head: '',
    one: ({ work, iri }) => {
      if (!work) throw new Error(`not a work: ${iri}`);
      return `${JSON.stringify(Object.fromEntries(order.map((key) => [key, withoutEmpty(work[key])])))}\n`;
    },
    between: '',
    tail: '',
  }),
};

/** Leaves out empty lists, which say nothing; but not inside a source's own value, which is kept as it was. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.map(withoutEmpty) : undefined;
  if (typeof value !== 'object' || value === null) return value;
  // The keys are ours; a loop takes half the time of entries.
  const said: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const inner = value[key as keyof typeof value];
    said[key] = key === 'value' ? inner : withoutEmpty(inner);
  }
  return said;
}

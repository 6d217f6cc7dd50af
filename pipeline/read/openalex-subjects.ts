import { isIri } from '../base/iri.ts';
import type { Subject } from '../base/work.ts';
import { keep, keepOthers, keepWhole, type Part, partAt, partsOf, words } from './json-part.ts';

interface Kind {
  readonly key: string;
  readonly scheme: string;
  /** Keys that are figures of the machine that chose the subject, or of the subject itself. */
  readonly figures: readonly string[];
}

// https://docs.openalex.org: the parents of a topic and the level of a concept are theirs, whatever the work.
const kinds: readonly Kind[] = [
  { key: 'keywords', scheme: 'https://openalex.org/keywords', figures: ['score'] },
  { key: 'topics', scheme: 'https://openalex.org/topics', figures: ['score', 'subfield', 'field', 'domain'] },
  { key: 'concepts', scheme: 'https://openalex.org/concepts', figures: ['score', 'level'] },
  { key: 'sustainable_development_goals', scheme: 'https://metadata.un.org/sdg', figures: ['score'] },
];

/** The subjects, each with its scheme; all but MeSH were chosen by a machine, which their schemes tell. */
export function subjectsOf(record: Part): readonly Subject[] {
  const subjects = kinds.flatMap((kind) =>
    partsOf(record, kind.key).flatMap((part) => subject(part, kind) ?? []),
  );
  const topic = partAt(record, 'primary_topic');
  const isListed = topic && subjects.some(({ concept }) => concept === topic.of.id);
  const primary = topic && !isListed && subject(topic, kinds[1] ?? { key: '', scheme: '', figures: [] });
  const all = [
    ...subjects,
    ...(primary ? [primary] : []),
    ...partsOf(record, 'mesh').flatMap((part) => mesh(part) ?? []),
  ];
  // MeSH terms come several times over.
  return [...new Map(all.map((each) => [`${each.scheme} ${each.code} ${each.text.value}`, each])).values()];
}

const own: readonly string[] = ['id', 'display_name', 'keyword', 'wikidata'];

function subject(part: Part, { scheme, figures }: Kind): Subject | undefined {
  const [id, wikidata] = [words(part, 'id'), words(part, 'wikidata')];
  // Keywords had another key until 2024.
  const value = words(part, 'display_name') ?? words(part, 'keyword');
  if (value === undefined) {
    keepWhole(part);
    return undefined;
  }
  keepOthers(part, new Set([...own, ...figures]));
  const item = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/.exec(wikidata ?? '')?.[1];
  if (item === undefined) keep(part, 'wikidata', wikidata);
  const isConcept = id !== undefined && isIri(id);
  if (!isConcept) keep(part, 'id', id);
  return {
    text: { value },
    scheme,
    // OpenAlex made its concepts of Wikidata's, and keeps them no more.
    concept: item === undefined ? (isConcept ? id : undefined) : `http://www.wikidata.org/entity/${item}`,
    code: isConcept ? id.slice(id.lastIndexOf('/') + 1) : undefined,
  };
}

const ofMesh: ReadonlySet<string> = new Set([
  ...['descriptor_ui', 'descriptor_name', 'qualifier_ui', 'qualifier_name', 'is_major_topic'],
]);

/** `Arabidopsis/growth & development`, as MeSH writes a descriptor with its qualifier. */
function mesh(part: Part): Subject | undefined {
  const [name, ui] = [words(part, 'descriptor_name'), words(part, 'descriptor_ui')];
  const [qualifier, qualifierUi] = [words(part, 'qualifier_name'), words(part, 'qualifier_ui')];
  if (name === undefined) {
    keepWhole(part);
    return undefined;
  }
  keepOthers(part, ofMesh);
  // The model does not weigh subjects.
  if (part.of.is_major_topic === true) keep(part, 'is_major_topic', true);
  const code = ui === undefined ? undefined : `${ui}${qualifierUi ?? ''}`;
  const isKnown = code !== undefined && /^[CD]\d+(?:Q\d+)?$/.test(code);
  return {
    text: { value: qualifier === undefined ? name : `${name}/${qualifier}` },
    scheme: 'http://id.nlm.nih.gov/mesh',
    concept: isKnown ? `http://id.nlm.nih.gov/mesh/${code}` : undefined,
    code,
  };
}

import { codeList } from '../base/code-list.ts';
import type { Draft, Origin } from '../base/draft.ts';
import type { Assertion, Source } from '../base/work.ts';
import { placeOf } from './rdf-container.ts';
import { datesOf } from './rdf-dates.ts';
import { isReference } from './rdf-graph.ts';
import { identifiersOf, linksOf } from './rdf-identifiers.ts';
import { leftOver } from './rdf-left.ts';
import { addresses, classes, iris, type Reading, readingOf, saidBy, thing, word } from './rdf-node.ts';
import { peopleOf } from './rdf-people.ts';
import { type Thing, thingOf } from './rdf-piece.ts';
import { eventOf } from './rdf-publisher.ts';
import {
  accessOf,
  fundingOf,
  languagesOf,
  licencesOf,
  referencesOf,
  relationsOf,
  statusOf,
} from './rdf-relations.ts';
import { copyOf } from './rdf-survey.ts';
import { abstractsOf, citationOf, notesOf, subjectsOf, titlesOf } from './rdf-texts.ts';
import { isSilent, typeIn } from './rdf-types.ts';

/** The work that the things of a piece describe. What finds no place is kept under the IRIs of its properties. */
export function draftOfThings(things: ReadonlyMap<string, Thing>, origin: Origin): Draft {
  const reading = withCopy(readingOf(things, origin));
  const { base, work } = reading;
  const { type, word: typeWord } = typeOf(reading);
  const languages = languagesOf(reading);
  const titles = titlesOf(reading, languages);
  const abstracts = abstractsOf(reading);
  const { status, review } = statusOf(reading);
  const { container, position, publisher, relations } = placeOf(reading);
  // Identifiers before relations: both read `schema:sameAs`.
  const identifiers = identifiersOf(reading);
  const contributions = peopleOf(reading);
  const dates = datesOf(reading, typeWord);
  const access = accessOf(reading);
  return {
    origin,
    id: base === undefined ? undefined : work.id.slice(base.length),
    type,
    titles,
    abstracts,
    contributions,
    dates,
    container,
    position,
    event: eventOf(reading),
    publisher,
    identifiers,
    links: linksOf(reading),
    languages,
    subjects: subjectsOf(reading),
    access,
    licences: licencesOf(reading),
    funding: fundingOf(reading),
    references: referencesOf(reading),
    relations: [...relations, ...relationsOf(reading, status)],
    status,
    review,
    notes: notesOf(reading, abstracts),
    citationText: citationOf(reading, { origin, container, position }),
    provenance: provenanceOf(reading),
    unmapped: leftOver(reading),
  };
}

/** What is said of the article on paper is said of the one on the web, and the other way round; paper came first. */
function withCopy(reading: Reading): Reading {
  const { work } = reading;
  const copies = saidBy(work, ...copyOf).flatMap((said) => {
    const copy = isReference(said.value) ? thing(reading, said.value.id) : undefined;
    if (!copy || copy === work) return [];
    said.taken = true;
    // Its statements are the work's from here on.
    reading.things.set(copy.id, thingOf(copy.id, []));
    return [copy];
  });
  if (copies.length === 0) return reading;
  return { ...reading, work: thingOf(work.id, [...copies.flatMap(({ said }) => said), ...work.said]) };
}

/** The type by the classes, COAR's among them, and our word for it. Classes that say something else are left. */
function typeOf({ work }: Reading): { readonly type: Draft['type']; readonly word: string | undefined } {
  const said = saidBy(work, 'rdf:type', 'dcterms:type', 'dc:type');
  const { type, spare } = typeIn(said.flatMap(({ value }) => (isReference(value) ? [value.id] : [])));
  for (const each of said) {
    if (isReference(each.value)) each.taken = !spare.includes(each.value.id) && isKnown(each.value.id);
  }
  return { type, word: type && codeList('types').read(type.list, type.code) };
}

const isKnown = (iri: string) => isSilent(iri) || typeIn([iri]).type !== undefined;

/** The sources of a work of ours, and the pages that its corrections rest on. Which field each gave is not said. */
function provenanceOf(reading: Reading): readonly Assertion[] | undefined {
  const { base, work } = reading;
  if (base === undefined) return undefined;
  const prefix = `${base}source/`;
  const sources = saidBy(work, 'prov:wasDerivedFrom').flatMap((said): readonly Source[] => {
    if (!isReference(said.value) || !said.value.id.startsWith(prefix)) return [];
    said.taken = true;
    return [sourceOf(reading, said.value.id, said.value.id.slice(prefix.length))];
  });
  const corrections = sources.find(({ system }) => system === 'correction');
  const pages = corrections ? addresses(work, 'prov:hadPrimarySource') : [];
  const all = sources.flatMap((source) =>
    source === corrections && pages.length > 0 ? pages.map((url) => ({ ...source, url })) : [source],
  );
  return all.map((source): Assertion => ({ path: '*', source, confidence: 'stated', chosen: true }));
}

function sourceOf(reading: Reading, id: string, name: string): Source {
  const node = thing(reading, id);
  const system = name === 'corrections' ? 'correction' : 'rdf';
  if (!node) return { name, system };
  classes(node);
  const title = word(node, 'dcterms:title');
  const format = word(node, 'dcterms:format');
  const url = iris(node, 'dcterms:source')[0];
  const retrieved = word(node, 'prov:generatedAtTime');
  return {
    name,
    system,
    ...(title !== undefined && title !== name && { title }),
    ...(format && { format }),
    ...(url && { url }),
    ...(retrieved && { retrieved }),
  };
}

import type { Draft, DraftContribution, Origin } from '../base/draft.ts';
import type { Link } from '../base/work.ts';
import { asConsortium, asSupervisor } from './hal-host.ts';
import { cutHalTei, elementOfPiece } from './hal-tei-cut.ts';
import { editionOf, producedIn } from './hal-tei-edition.ts';
import { monographOf } from './hal-tei-monogr.ts';
import { fundingOf, keepOrganisations, organisationsOf } from './hal-tei-organisations.ts';
import { keep, keepOthers, partAt, partsOf, type TeiPart } from './hal-tei-part.ts';
import { authorsOf } from './hal-tei-people.ts';
import { identifiersIn, imprintDates, linksIn, publicationOf, relationsIn } from './hal-tei-publication.ts';
import {
  consortiaIn,
  notesIn,
  paragraphsOf,
  spoken,
  subjectsIn,
  titlesIn,
  typology,
} from './hal-tei-texts.ts';
import { once, reviewOf, statusOf, titlesOf } from './hal-words.ts';
import { Leftovers } from './json-part.ts';
import { type Piece, type Reader, Unreadable } from './reader.ts';
import { attribute, type Element, textOf } from './xml-tree.ts';

/** HAL's TEI (AOfr): deposits, exports, answers of the search API, and records of OAI-PMH (hal.md section 3). */
export const halTei: Reader = {
  name: 'hal-tei',
  title: { fr: 'HAL (TEI AOfr)', en: 'HAL (AOfr TEI)' },
  mediaType: 'application/tei+xml',
  extensions: ['.xml', '.tei'],
  sniff: (head) =>
    /^[\s\ufeff]*</.test(head) &&
    /<(?:[\w.-]+:)?TEI[\s>]/.test(head) &&
    /<(?:[\w.-]+:)?biblFull[\s>]/.test(head),
  cut: cutHalTei,
  parse: (piece, origin) => draftOf(recordOf(piece), origin),
};

/** `biblFull` itself, and nothing else. */
function recordOf(piece: Piece): Element {
  const root = elementOfPiece(piece);
  if (root.name === 'biblFull') return root;
  throw new Unreadable({
    fr: 'aucune notice HAL (biblFull) dans ce XML',
    en: 'no HAL record (biblFull) in this XML',
  });
}

const ofRecord = new Set(
  'titleStmt editionStmt publicationStmt seriesStmt notesStmt sourceDesc profileDesc listOrg'.split(' '),
);
/** What is read of each part of a record; what else stands there is kept. */
const known = {
  titleStmt: new Set(['title', 'author', 'funder', 'editor']),
  sourceDesc: new Set(['biblStruct']),
  profileDesc: new Set(['langUsage', 'textClass', 'abstract', 'particDesc']),
  biblStruct: new Set(['analytic', 'monogr', 'series', 'idno', 'ref', 'relatedItem']),
  analytic: new Set(['title', 'author']),
};

function draftOf(of: Element, origin: Origin): Draft {
  const left = new Leftovers(origin.source.name);
  const record: TeiPart = { of, around: undefined, left, place: undefined };
  const { titleStmt, profile, struct, analytic } = partsIn(record);
  const organisations = organisationsOf(record);
  keepOrganisations(record, organisations);

  const notes = notesIn(partAt(record, 'notesStmt'));
  const textClass = partAt(profile, 'textClass');
  const { code, type } = typology(textClass, notes.review.popular === '1');
  const held = monographOf(struct, code);
  const edition = editionOf(partAt(record, 'editionStmt'));
  const publication = publicationOf(partAt(record, 'publicationStmt'), edition.version);
  const imprint = imprintDates(struct);
  const dates = [...imprint.dates, ...edition.dates];
  keepProduced(record, [...dates.map(({ words }) => words), held.event?.start]);
  const languages = languagesIn(profile);
  const contributions: readonly DraftContribution[] = [
    ...authorsOf(analytic, titleStmt, organisations),
    ...consortiaIn(profile).map(asConsortium),
    ...held.contributions,
    ...held.supervisors.map(asSupervisor),
  ];
  return {
    origin,
    type,
    titles: titlesOf(titlesIn([analytic, titleStmt], false), titlesIn([analytic, titleStmt], true), {
      language: languages[0],
    }),
    abstracts: once(spoken(partsOf(profile, 'abstract'), paragraphsOf)),
    contributions,
    dates,
    container: held.container,
    position: held.position,
    event: held.event,
    publisher: held.publisher,
    identifiers: [...publication.identifiers, ...identifiersIn(struct), ...held.identifiers],
    links: addressesOnce([...publication.links, ...edition.links, ...linksIn(struct)]),
    languages,
    subjects: subjectsIn(textClass),
    access: edition.access,
    licences: publication.licences,
    funding: partsOf(titleStmt, 'funder').flatMap((part) => fundingOf(part, organisations)),
    relations: relationsIn(struct),
    status: statusOf(type, imprint.isInPress),
    review: reviewOf(notes.review),
    notes: notes.texts,
    citationText: publication.citation,
    unmapped: left.kept,
  };
}

/** The parts of a record, with what is not read of them kept: collections (`stamp`) among it. */
function partsIn(record: TeiPart) {
  const [titleStmt, source, profile] = ['titleStmt', 'sourceDesc', 'profileDesc'].map((name) =>
    partAt(record, name),
  );
  const struct = partAt(source, 'biblStruct');
  const analytic = partAt(struct, 'analytic');
  keepOthers(record, ofRecord);
  keepOthers(titleStmt, known.titleStmt);
  keepOthers(source, known.sourceDesc);
  keepOthers(profile, known.profileDesc);
  keepOthers(struct, known.biblStruct);
  keepOthers(analytic, known.analytic);
  for (const part of partsOf(partAt(record, 'seriesStmt'))) keep(part);
  // Who deposited the record did not make the work.
  const editors = partsOf(titleStmt, 'editor');
  for (const part of editors) if (attribute(part.of, 'role') !== 'depositor') keep(part);
  return { titleStmt, profile, struct, analytic };
}

/** The date that HAL sorts by may be that of the deposit: where no other date says it, it is kept (hal.md section 1). */
function keepProduced(record: TeiPart, said: readonly (string | undefined)[]): void {
  const produced = producedIn(partAt(record, 'editionStmt'));
  const words = textOf(produced?.of);
  if (produced && words !== undefined && !said.some((each) => each?.startsWith(words))) keep(produced);
}

function languagesIn(profile: TeiPart | undefined): readonly string[] {
  return partsOf(partAt(profile, 'langUsage'), 'language').flatMap(
    ({ of }) => attribute(of, 'ident') ?? textOf(of) ?? [],
  );
}

function addressesOnce(links: readonly Link[]): readonly Link[] {
  const seen = new Set<string>();
  return links.filter(({ url }) => {
    if (seen.has(url)) return false;
    seen.add(url);
    return true;
  });
}

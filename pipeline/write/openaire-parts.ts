import { codeList } from '../base/code-list.ts';
import { plainText } from '../base/plain-text.ts';
import {
  type DateEvent,
  dateOf,
  type Funding,
  type Identifier,
  type Link,
  type Subject,
  type Work,
} from '../base/work.ts';
import { availableDate, isW3cdtf, w3cdtf } from './dublin-core-dates.ts';
import { dcmiScheme, simpleSubject, subjectForm } from './dublin-core-subjects.ts';
import { coarType } from './dublin-core-types.ts';
import { languageTag } from './language-tag.ts';
import { listElement, textElement, type Written } from './xml-element.ts';

const titleTypes = {
  main: undefined,
  subtitle: 'Subtitle',
  short: 'AlternativeTitle',
  translated: 'TranslatedTitle',
  alternative: 'AlternativeTitle',
} as const;

/** The main title first. */
export function titles(work: Work): readonly Written[] {
  const ordered = work.titles.toSorted((a, b) => Number(b.role === 'main') - Number(a.role === 'main'));
  return listElement(
    'datacite:titles',
    ordered.flatMap(({ role, text }) =>
      textElement('datacite:title', plainText(text), {
        'xml:lang': languageTag(text.lang),
        titleType: titleTypes[role],
      }),
    ),
  );
}

const bare: ReadonlySet<string> = new Set(['isni', 'grid']);
const funderAddress = ({ scheme, value, iri }: Identifier) => (bare.has(scheme) ? value : (iri ?? value));

const funderTypes: ReadonlyMap<string, string> = new Map([
  ['ror', 'ROR'],
  ['isni', 'ISNI'],
  ['grid', 'GRID'],
]);

/** The identifier of a funder that is told, for the schema allows one: of a kind that it knows, before any other. */
export function toldFunder({ funder }: Funding): Identifier | undefined {
  const ids = funder?.ids ?? [];
  return ids.find((id) => funderType(id) !== 'Other') ?? ids.find(({ iri }) => iri !== undefined);
}

/** The kind of a funder's identifier among those of the schema. */
export function funderType({ scheme, value }: Identifier): string {
  if (scheme === 'doi' && value.startsWith('10.13039/')) return 'Crossref Funder ID';
  return funderTypes.get(scheme) ?? 'Other';
}

/** Who paid, when that is known: the schema wants its name. */
export function fundingReferences({ funding }: Work): readonly Written[] {
  return listElement('oaire:fundingReferences', funding.flatMap(fundingReference));
}

function fundingReference(one: Funding): readonly Written[] {
  if (!one.funder) return [];
  const id = toldFunder(one);
  return listElement('oaire:fundingReference', [
    ...textElement('oaire:funderName', one.funder.name),
    ...textElement('oaire:funderIdentifier', id && funderAddress(id), {
      funderIdentifierType: id && funderType(id),
    }),
    ...textElement('oaire:fundingStream', one.programme),
    ...textElement('oaire:awardNumber', one.awardNumber, { awardURI: one.awardIri }),
    ...textElement('oaire:awardTitle', one.title && plainText(one.title)),
  ]);
}

const events: readonly (readonly [DateEvent, type: string])[] = [
  ['submitted', 'Submitted'],
  ['written', 'Created'],
  ['copyright', 'Copyrighted'],
  ['modified', 'Updated'],
];

/**
 * Dates without a time, at their own precision. A season, an interval or an approximate date stands beside its year, in
 * the attribute that DataCite has for such words (D1, D2).
 */
export function dates(work: Work): readonly Written[] {
  return listElement('datacite:dates', [
    ...date(dateOf(work, 'published'), 'Issued'),
    ...date(dateOf(work, 'accepted') ?? dateOf(work, 'defended'), 'Accepted'),
    ...date(availableDate(work), 'Available'),
    ...events.flatMap(([event, type]) => date(dateOf(work, event), type)),
  ]);
}

function date(value: string | undefined, dateType: string): readonly Written[] {
  if (value === undefined) return [];
  const year = w3cdtf(value) ?? /^\d{4}(?=[~?%]$|-\d{2}(?:-\d{2})?[~?%]$)/.exec(value)?.[0];
  return textElement('datacite:date', year ?? value, {
    dateType,
    dateInformation: isW3cdtf(value) || year === undefined ? undefined : value,
  });
}

/** The COAR types of the guidelines 4.0, which are fewer than COAR's own; the others are `other` to them. */
const later: ReadonlySet<string> = new Set(['c_998f', 'c_6947']);
const generals: Readonly<Partial<Record<Work['type'], string>>> = {
  dataset: 'dataset',
  software: 'software',
  image: 'other research product',
  video: 'other research product',
};

export function resourceType({ type }: Work): readonly Written[] {
  const types = codeList('types');
  const code = types.write('coar', type) ?? 'c_1843';
  return textElement('oaire:resourceType', types.write('en', type), {
    resourceTypeGeneral: generals[type] ?? 'literature',
    uri: coarType(later.has(code) ? 'c_1843' : code),
  });
}

/** The access right of the work; nothing when nobody knows. */
export function rights({ access }: Work): readonly Written[] {
  const uri = access && accessUri(access.status);
  if (!access || uri === undefined) return [];
  return textElement('datacite:rights', codeList('access').write('en', access.status), { rightsURI: uri });
}

function accessUri(status: NonNullable<Link['access']>): string | undefined {
  const code = codeList('access').write('coar', status);
  return code && `http://purl.org/coar/access_right/${code}`;
}

/** Keywords with the scheme and address of their concept. */
export function subjects(work: Work): readonly Written[] {
  return listElement('datacite:subjects', work.subjects.flatMap(subject));
}

function subject(one: Subject): readonly Written[] {
  const { text, scheme, concept } = one;
  const form = subjectForm(one);
  const lang = languageTag(text.lang);
  if (form === 'concept' || form === 'classification')
    return textElement('datacite:subject', simpleSubject(one).words, { 'xml:lang': lang });
  if (form === 'scheme')
    return textElement('datacite:subject', plainText(text), {
      'xml:lang': lang,
      subjectScheme: dcmiScheme(scheme ?? ''),
    });
  return textElement('datacite:subject', plainText(text), {
    'xml:lang': lang,
    schemeURI: scheme,
    valueURI: concept,
  });
}

/** The licence by its address, with its name; in its own words when it has no address. */
export function licences(work: Work): readonly Written[] {
  const list = codeList('licences');
  return work.licences.flatMap(({ iri, text, from }) => {
    const label =
      iri === undefined ? text && plainText(text) : (list.write('spdx', iri) ?? list.write('en', iri) ?? iri);
    return textElement('oaire:licenseCondition', label, { uri: iri, startDate: from });
  });
}

const objects: Readonly<Partial<Record<Link['role'], string>>> = {
  fulltext: 'fulltext',
  dataset: 'dataset',
  code: 'software',
  supplement: 'other',
  other: 'other',
};

/** What can be fetched; the pages about the work identify it. */
export function files({ links }: Pick<Work, 'links'>): readonly Written[] {
  return links.flatMap(({ role, url, mediaType, access }) => {
    const objectType = objects[role];
    if (objectType === undefined) return [];
    return textElement('oaire:file', url, {
      accessRightsURI: access && accessUri(access),
      mimeType: mediaType,
      objectType,
    });
  });
}

/** Where the work appeared, and where and when it was presented. */
export function citation({ container, position, event }: Work): readonly Written[] {
  const [title] = container?.titles ?? [];
  const { start, end } = position?.pages ?? {};
  const days = [event?.start, event?.end].filter((day) => day !== undefined);
  return [
    ...textElement('oaire:citationTitle', title && plainText(title)),
    ...textElement('oaire:citationVolume', position?.volume),
    ...textElement('oaire:citationIssue', position?.issue),
    ...textElement('oaire:citationStartPage', start),
    ...textElement('oaire:citationEndPage', start === undefined ? undefined : end),
    ...textElement(
      'oaire:citationConferencePlace',
      [event?.place, event?.country].filter((place) => place !== undefined).join(', '),
    ),
    ...textElement('oaire:citationConferenceDate', event?.start === undefined ? undefined : days.join('/')),
  ];
}

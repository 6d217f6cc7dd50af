import { elementText, listElement, textElement, type Written } from './xml-element.ts';

/** The codes of OAI-PMH 2.0, section 3.6. */
export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noMetadataFormats'
  | 'noRecordsMatch'
  | 'noSetHierarchy';

/** What is around the answer of a reply. */
export interface OaiEnvelope {
  /** UTC, ISO 8601 to the second. */
  readonly responseDate: string;
  readonly baseUrl: string;
  /** The arguments that were understood; none where one of them was not. */
  readonly request: Readonly<Record<string, string>>;
}

export interface OaiHeader {
  readonly identifier: string;
  readonly datestamp: string;
  readonly isDeleted: boolean;
  readonly sets: readonly string[];
}

/** A header, and the element of its format where the reply shows one. */
export interface OaiItem {
  readonly header: OaiHeader;
  readonly metadata?: string | undefined;
}

/** What comes after a page of a list; `token` is empty after the last one. */
export interface OaiResumption {
  readonly token: string;
  /** Records given before this page, where that is known. */
  readonly cursor?: number | undefined;
  readonly size?: number | undefined;
}

export interface OaiIdentity {
  readonly name: string;
  readonly baseUrl: string;
  readonly email: string;
  readonly earliest: string;
  readonly domain: string;
  /** An identifier such as the repository gives. */
  readonly sample: string;
  /** `YYYY-MM-DDThh:mm:ssZ` or `YYYY-MM-DD`. */
  readonly granularity: string;
  /** An encoding in which replies are to be had. */
  readonly compression?: string | undefined;
}

const oai = 'http://www.openarchives.org/OAI/2.0/';
const identifiers = `${oai}oai-identifier`;
const xsi = 'http://www.w3.org/2001/XMLSchema-instance';

/** A whole reply (OAI-PMH 2.0, section 3.2): the XML of the answer is what one of the functions below gives. */
export function oaiReply({ responseDate, baseUrl, request }: OaiEnvelope, answer: string): string {
  const asked = elementText({ name: 'request', attributes: request, inside: baseUrl }, 1);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="${oai}" xmlns:xsi="${xsi}" xsi:schemaLocation="${oai} ${oai}OAI-PMH.xsd">
  <responseDate>${responseDate}</responseDate>
${asked}${answer}</OAI-PMH>
`;
}

/** What was wrong with a request, in words as well. */
export function oaiError(code: OaiErrorCode, words: string): string {
  return elementText({ name: 'error', attributes: { code }, inside: words }, 1);
}

/** Who the repository is (section 4.2), with the form of its identifiers. */
export function oaiIdentify(identity: OaiIdentity): string {
  const { name, baseUrl, email, earliest, domain, sample, granularity, compression } = identity;
  return answer('Identify', [
    ...text('repositoryName', name),
    ...text('baseURL', baseUrl),
    ...text('protocolVersion', '2.0'),
    ...text('adminEmail', email),
    ...text('earliestDatestamp', earliest),
    ...text('deletedRecord', 'persistent'),
    ...text('granularity', granularity),
    ...text('compression', compression),
    {
      name: 'description',
      inside: [
        {
          name: 'oai-identifier',
          attributes: {
            xmlns: identifiers,
            'xmlns:xsi': xsi,
            'xsi:schemaLocation': `${identifiers} ${identifiers}.xsd`,
          },
          inside: [
            ...text('scheme', 'oai'),
            ...text('repositoryIdentifier', domain),
            ...text('delimiter', ':'),
            ...text('sampleIdentifier', sample),
          ],
        },
      ],
    },
  ]);
}

export function oaiListMetadataFormats(
  formats: readonly { readonly prefix: string; readonly schema: string; readonly namespace: string }[],
): string {
  return answer(
    'ListMetadataFormats',
    formats.map(({ prefix, schema, namespace }) => ({
      name: 'metadataFormat',
      inside: [
        ...text('metadataPrefix', prefix),
        ...text('schema', schema),
        ...text('metadataNamespace', namespace),
      ],
    })),
  );
}

export function oaiListSets(sets: readonly { readonly spec: string; readonly name: string }[]): string {
  return answer(
    'ListSets',
    sets.map(({ spec, name }) => ({
      name: 'set',
      inside: [...text('setSpec', spec), ...text('setName', name)],
    })),
  );
}

export function oaiGetRecord(item: OaiItem): string {
  return `  <GetRecord>\n${record(item)}  </GetRecord>\n`;
}

/** A page of a list; the first and only one has no token. */
export function oaiList(
  verb: 'ListIdentifiers' | 'ListRecords',
  items: readonly OaiItem[],
  resumption: OaiResumption | undefined,
): string {
  const each = verb === 'ListRecords' ? record : ({ header }: OaiItem) => elementText(headerOf(header), 2);
  const { token = '', cursor, size } = resumption ?? {};
  const attributes = {
    cursor: cursor === undefined ? undefined : String(cursor),
    completeListSize: size === undefined ? undefined : String(size),
  };
  const more = resumption ? elementText({ name: 'resumptionToken', attributes, inside: token }, 2) : '';
  return `  <${verb}>\n${items.map(each).join('')}${more}  </${verb}>\n`;
}

/** Metadata stand at the left margin, as their writer gives them. */
function record({ header, metadata }: OaiItem): string {
  const said = metadata === undefined ? '' : `      <metadata>\n${metadata}      </metadata>\n`;
  return `    <record>\n${elementText(headerOf(header), 3)}${said}    </record>\n`;
}

function headerOf({ identifier, datestamp, isDeleted, sets }: OaiHeader): Written {
  return {
    name: 'header',
    attributes: { status: isDeleted ? 'deleted' : undefined },
    inside: [
      ...text('identifier', identifier),
      ...text('datestamp', datestamp),
      ...sets.flatMap((spec) => text('setSpec', spec)),
    ],
  };
}

function answer(verb: string, inside: readonly Written[]): string {
  return listElement(verb, inside)
    .map((each) => elementText(each, 1))
    .join('');
}

const text = textElement;

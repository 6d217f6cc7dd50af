import { literal } from './literal.ts';

/** The folder of the site where the replies lie; not `oai`, which is the address that is asked. */
export const replyFolder = 'oai-pmh';

/**
 * A rule on a request: its arguments in the order of `keyArguments`, each with a bar after it but the last, as a regular
 * expression that RE2 and PCRE share; the reply, in which `$1` is a group; and that for when there is none.
 */
export interface OaiRule {
  readonly pattern: string;
  readonly reply: string;
  readonly otherwise?: string | undefined;
}

/** The arguments of OAI-PMH that a rule looks at. */
export const keyArguments = [
  'verb',
  'resumptionToken',
  'metadataPrefix',
  'set',
  'from',
  'until',
  'identifier',
] as const;

const list = '(ListRecords|ListIdentifiers)';
const colon = '(?::|%3[Aa])';
const slash = '(?:/|%2[Ff])';
// Not `..`, which is no part of an address. All brackets are groups, which nginx has names for.
const part = "([A-Za-z0-9_!~*'\\x28\\x29-][A-Za-z0-9_.!~*'\\x28\\x29-]*)";
const date = '(?:\\d{4}-\\d\\d-\\d\\d)?';
const token = 'error/badResumptionToken';

/**
 * Which file answers which request (OAI-PMH 2.0, sections 3 and 4; oai-pmh section 1). The first rule that fits wins. A
 * host that only finds files cannot compare dates: it gives the months from that of `from` on, and `until` is passed over.
 */
export function oaiRules(domain: string, prefixes: readonly string[]): readonly OaiRule[] {
  const prefix = `(${prefixes.join('|')})`;
  const known = `oai${colon}${literal(domain)}${colon}(work)${slash}${part}`;
  return [
    { pattern: '^Identify\\|\\|\\|\\|\\|\\|$', reply: 'Identify' },
    { pattern: '^ListSets\\|\\|\\|\\|\\|\\|$', reply: 'ListSets' },
    { pattern: '^ListSets\\|[^|]+\\|\\|\\|\\|\\|$', reply: token },
    { pattern: '^ListMetadataFormats\\|\\|\\|\\|\\|\\|$', reply: 'ListMetadataFormats' },
    {
      pattern: `^ListMetadataFormats\\|\\|\\|\\|\\|\\|${known}$`,
      reply: 'ListMetadataFormats/$1/$2',
      otherwise: 'error/idDoesNotExist',
    },
    { pattern: '^ListMetadataFormats\\|\\|\\|\\|\\|\\|[^|<> ]+$', reply: 'error/idDoesNotExist' },
    {
      pattern: `^GetRecord\\|\\|${prefix}\\|\\|\\|\\|${known}$`,
      reply: 'GetRecord/$1/$2/$3',
      otherwise: 'error/idDoesNotExist',
    },
    { pattern: `^GetRecord\\|\\|${prefix}\\|\\|\\|\\|[^|<> ]+$`, reply: 'error/idDoesNotExist' },
    { pattern: '^GetRecord\\|\\|[\\w.-]+\\|\\|\\|\\|[^|<> ]+$', reply: 'error/cannotDisseminateFormat' },
    { pattern: `^${list}\\|([0-9a-f]+)\\|\\|\\|\\|\\|$`, reply: '$1/page/$2', otherwise: token },
    { pattern: `^${list}\\|[^|]+\\|\\|\\|\\|\\|$`, reply: token },
    {
      pattern: `^${list}\\|\\|${prefix}\\|${part}\\|${date}\\|${date}\\|$`,
      reply: '$1/$2/set/$3',
      otherwise: 'error/noRecordsMatch',
    },
    {
      pattern: `^${list}\\|\\|${prefix}\\|${part}${colon}${part}\\|${date}\\|${date}\\|$`,
      reply: '$1/$2/set/$3/$4',
      otherwise: 'error/noRecordsMatch',
    },
    {
      pattern: `^${list}\\|\\|${prefix}\\|\\|(\\d{4}-\\d\\d)-\\d\\d\\|${date}\\|$`,
      reply: '$1/$2/from/$3',
      otherwise: '$1/$2/all',
    },
    { pattern: `^${list}\\|\\|${prefix}\\|\\|\\|${date}\\|$`, reply: '$1/$2/all' },
    { pattern: `^${list}\\|\\|${prefix}\\|`, reply: 'error/badArgument' },
    {
      pattern: `^${list}\\|\\|[\\w.-]+\\|[^|]*\\|${date}\\|${date}\\|$`,
      reply: 'error/cannotDisseminateFormat',
    },
    {
      pattern: '^(?:Identify|ListSets|ListMetadataFormats|GetRecord|ListRecords|ListIdentifiers)\\|',
      reply: 'error/badArgument',
    },
    { pattern: '^', reply: 'error/badVerb' },
  ];
}

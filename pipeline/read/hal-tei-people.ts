import { hash } from 'node:crypto';
import type { DraftAffiliation, DraftContribution, DraftIdentifier } from '../base/draft.ts';
import { mostAuthors, tooMany } from './hal-people.ts';
import { affiliationAt, idsIn, nameOf, type Organisations } from './hal-tei-organisations.ts';
import {
  keep,
  keepOthers,
  keepValue,
  kindOf,
  partAt,
  partsOf,
  type TeiPart,
  textsOf,
} from './hal-tei-part.ts';
import { personScheme, roleOf, saysMore } from './hal-words.ts';
import { attribute, elementAt, textOf } from './xml-tree.ts';

const ofAuthor = new Set(['persName', 'email', 'idno', 'affiliation', 'orgName']);

/**
 * The authors of `analytic`; those of `titleStmt` are the same, and stand for them only where there are no others
 * (hal.md section 3).
 */
export function authorsOf(
  analytic: TeiPart | undefined,
  titleStmt: TeiPart | undefined,
  organisations: Organisations,
): readonly DraftContribution[] {
  const authors = numbered(analytic);
  const others = numbered(titleStmt);
  const used = authors.length > 0 ? authors : others;
  const people = used.map((author) => authorOf(author, organisations));
  if (used === others) return people.flatMap((each) => each ?? []);
  const names = new Set(authors.map(nameKey));
  for (const other of others) if (!names.has(nameKey(other))) keep(other);
  return people.flatMap((each) => each ?? []);
}

/** With their place in the path, so that what is kept of one can be told from the others'. */
function numbered(parent: TeiPart | undefined): readonly TeiPart[] {
  const authors = partsOf(parent, 'author');
  if (authors.length > mostAuthors) throw tooMany();
  return authors.map(({ of, around, left }, index) => ({ of, around, left, place: index + 1 }));
}

const nameKey = ({ of }: TeiPart) => textOf(elementAt(of, 'persName')) ?? textOf(of);

/** A name as HAL gives it. */
type Name = Pick<DraftContribution, 'kind' | 'nameAsPrinted' | 'family' | 'given' | 'literal'>;

function authorOf(author: TeiPart, organisations: Organisations): DraftContribution | undefined {
  const name = personName(author) ?? organisationName(author, organisations);
  if (!name) {
    keep(author);
    return undefined;
  }
  keepOthers(author, ofAuthor);
  const code = attribute(author.of, 'role');
  if (saysMore(code)) keepValue(author, '@role', code);
  const { role, marcRelator, corresponding } = roleOf(code);
  return {
    role,
    marcRelator,
    corresponding,
    kind: name.kind,
    nameAsPrinted: name.nameAsPrinted,
    family: name.family,
    given: name.given,
    literal: name.literal,
    identifiers: identifiersOf(author),
    affiliations: affiliationsOf(author, organisations),
    emailSha: emailOf(author),
  };
}

const ofName = new Set(['forename', 'surname']);

/** `forename` first and middle, and `surname`. */
function personName(author: TeiPart): Name | undefined {
  const name = partAt(author, 'persName');
  if (!name) return undefined;
  const [family, given] = [textsOf(name, 'surname').join(' '), textsOf(name, 'forename').join(' ')];
  if (family === '' && given === '') {
    const whole = textOf(name.of);
    return whole === undefined ? undefined : { nameAsPrinted: whole };
  }
  keepOthers(name, ofName);
  return {
    nameAsPrinted: [given, family].filter((part) => part !== '').join(' '),
    family: family || undefined,
    given: given || undefined,
  };
}

/** An author without a person's name is an organisation, or words alone. */
function organisationName(author: TeiPart, organisations: Organisations): Name | undefined {
  const org = partAt(author, 'orgName');
  const described = idsIn(attribute(org?.of, 'ref')).map((id) => nameOf(organisations.get(id)));
  const name = textOf(org?.of) ?? described.find((each) => each !== undefined);
  if (name !== undefined) return { kind: 'organisation', nameAsPrinted: name, literal: name };
  const words = partsOf(author).length === 0 ? textOf(author.of) : textsOf(author, 'name')[0];
  return words === undefined ? undefined : { nameAsPrinted: words };
}

function identifiersOf(author: TeiPart): readonly DraftIdentifier[] {
  return partsOf(author, 'idno').flatMap((part) => {
    const value = textOf(part.of);
    return value === undefined ? [] : [{ scheme: personScheme(kindOf(part) ?? ''), value }];
  });
}

/** `affiliation` names what the author signs for; `orgName` only who employs or pays him, which is kept. */
function affiliationsOf(author: TeiPart, organisations: Organisations): readonly DraftAffiliation[] {
  const isPerson = partAt(author, 'persName') !== undefined;
  for (const part of isPerson ? partsOf(author, 'orgName') : []) {
    const names = idsIn(attribute(part.of, 'ref')).map((id) => nameOf(organisations.get(id)) ?? id);
    const value = names.length > 0 ? names.join(', ') : textOf(part.of);
    if (value !== undefined) keepValue(part, undefined, value);
  }
  return partsOf(author, 'affiliation').flatMap((part): readonly DraftAffiliation[] => {
    const ids = idsIn(attribute(part.of, 'ref'));
    const known = ids.map((id) => affiliationAt(organisations, id));
    if (known.includes(undefined)) keep(part);
    const words = ids.length === 0 ? textOf(part.of) : undefined;
    return words === undefined ? known.flatMap((each) => each ?? []) : [{ nameAsPrinted: words, ids: [] }];
  });
}

/** A deposit gives the address, an export only a hash of another kind and the domain: these say nothing of the work. */
function emailOf(author: TeiPart): string | undefined {
  const address = partsOf(author, 'email').find((part) => kindOf(part) === undefined);
  const words = textOf(address?.of);
  return words?.includes('@') ? hash('sha1', `mailto:${words}`) : undefined;
}

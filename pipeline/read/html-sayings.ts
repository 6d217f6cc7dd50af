import type { Draft } from '../base/draft.ts';
import type { ContainerType, DateEvent, Issn, LangText, Link, RelationType, Role } from '../base/work.ts';
import { doiIri } from './doi.ts';
import type { Meta } from './html-page.ts';
import type { Person, Place, Said } from './html-said.ts';
import { accessNamed } from './schema-links.ts';
import { emailSha } from './schema-people.ts';

/** What a `meta` of a name says of a work. */
export type Saying = (said: Said, meta: Meta) => void;

/** With a language of its own, even if that is none, a text is not in the one around it. */
const textOf = ({ content: value, lang }: Meta): LangText =>
  lang === undefined ? { value } : { value, lang: lang || undefined };

const retracted = /^\[retracted\]\s+(?=\S)/i;

/** The title of the work, before which some pages say that the work was retracted. */
export const ownTitle: Saying = (said, meta) => {
  const content = meta.content.replace(retracted, '');
  if (content !== meta.content) said.status = 'retracted';
  title(said, { ...meta, content });
};

/** The first title is the main one; those in another language translate it. */
export const title: Saying = (said, meta) => {
  const main = said.titles.find(({ role }) => role === 'main');
  if (main === undefined) said.titles.unshift({ role: 'main', text: textOf(meta) });
  else if (main.text.value !== meta.content) {
    const isTranslated = Boolean(meta.lang) && meta.lang !== main.text.lang;
    said.titles.push({ role: isTranslated ? 'translated' : 'alternative', text: textOf(meta) });
  }
};

/** A title beside the main one. */
export const otherTitle: Saying = (said, meta) => {
  said.titles.push({ role: 'alternative', text: textOf(meta) });
};

/** An abstract, once. */
export const abstract: Saying = (said, meta) => {
  if (!said.abstracts.some(({ value }) => value === meta.content)) said.abstracts.push(textOf(meta));
};

/** One person, or one body, for each `meta`; several when a separator says so. */
export function person(role: Role): Saying {
  return (said, meta) => {
    const { content } = meta;
    if (/^(?:https?:|mailto:)/i.test(content)) {
      said.keep(meta);
      return;
    }
    const names = content.includes(';') ? content.split(';').map((name) => name.trim()) : [content];
    for (const nameAsPrinted of names) if (nameAsPrinted !== '') said.people.push({ role, nameAsPrinted });
  };
}

/** The name of a body. */
export function body(role: Role): Saying {
  return (said, { content }) => {
    said.people.push({ role, kind: 'organisation', nameAsPrinted: content, literal: content });
  };
}

/** Several names in one text, which tidy takes apart. */
export const authors: Saying = (said, { content }) => {
  said.people.push({ role: 'author', names: content });
};

/** What is said of the person before. */
function ofPerson(say: (person: Person, content: string) => void): Saying {
  return (said, meta) => {
    const last = said.people.at(-1);
    if (last) say(last, meta.content);
    else said.keep(meta);
  };
}

/** Where the person before works. */
export const institution: Saying = ofPerson((last, nameAsPrinted) => {
  last.affiliations = [...(last.affiliations ?? []), { nameAsPrinted }];
});

/** The ORCID of the person before. */
export const orcid: Saying = ofPerson((last, value) => {
  last.identifiers = [...(last.identifiers ?? []), { scheme: 'orcid', value }];
});

/** FOAF, `mbox_sha1sum`: an address is never kept in clear, not even one too many. */
export const email: Saying = (said, { content }) => {
  const last = said.people.at(-1);
  if (last) last.emailSha ??= emailSha(content);
};

/** The first that names an event says its date, or another that says the same more precisely. */
export function date(event: DateEvent): Saying {
  return (said, meta) => {
    const before = said.dates.find((each) => each.event === event);
    if (!before) said.dates.push({ event, words: meta.content });
    else if (isFinerDate(meta.content, before.words)) before.words = meta.content;
    else if (!isFinerDate(before.words, meta.content)) said.keep(meta);
  };
}

/** Whether one date says what another does, and perhaps more: `2023/06/01` after `2023`. */
export function isFinerDate(fine: string, coarse: string): boolean {
  const [a, b] = [fine, coarse].map((words) =>
    words
      .trim()
      .replaceAll('/', '-')
      .replace(/(?<=\d{4}-\d\d-\d\d)[T ].*$/, ''),
  );
  return a !== undefined && b !== undefined && /^\d{4}/.test(b) && (a === b || a.startsWith(`${b}-`));
}

/** What the work appeared in, which may say what the work is. */
export function host(type: ContainerType, kind?: NonNullable<Draft['type']>): Saying {
  return (said, meta) => {
    said.hosts.push({ type, title: textOf(meta) });
    said.type ??= kind;
  };
}

/** The conference that the work was read at. */
export const conference: Saying = (said, meta) => {
  said.conferences.push(textOf(meta));
  said.type ??= { list: 'work', code: 'proceedingsPaper' };
};

/** The short title of the journal. */
export const shortTitle: Saying = (said, { content }) => {
  said.shortTitles.push(content);
};

/** The ISSNs of the journal (I3: all are kept). */
export function issn(medium?: Issn['medium']): Saying {
  return (said, { content }) => {
    for (const value of content.split(/[,;]\s*/)) said.issn.push(medium ? { value, medium } : { value });
  };
}

/** An ISBN, of the work or of the book that it is in. */
export const isbn: Saying = (said, { content }) => {
  said.isbn.push(content.replace(/^urn:isbn:/i, ''));
};

/** Volume, issue or pages; another value for the same is kept. */
export function place(key: Place): Saying {
  return (said, meta) => {
    const before = said.place.get(key);
    if (before === undefined) said.place.set(key, meta.content);
    else if (before !== meta.content) said.keep(meta);
  };
}

/** The section of the journal. */
export const section: Saying = (said, meta) => {
  if (said.sections.length === 0) said.sections.push(textOf(meta));
  else said.keep(meta);
};

/** The publisher. */
export const publisher: Saying = (said, { content }) => {
  said.publishers.push(content);
};

/** The body that a thesis or a report comes from says what the work is. */
export function publishedBy(kind: NonNullable<Draft['type']>): Saying {
  return (said, { content }) => {
    said.publishers.push(content);
    said.type ??= kind;
  };
}

/** An identifier, of a scheme that the name or the `meta` says. */
export function identifier(scheme?: string): Saying {
  return (said, meta) => {
    const stated = scheme ?? schemeIn(meta.scheme);
    said.identifiers.push(
      stated === undefined ? { value: meta.content } : { scheme: stated, value: meta.content },
    );
  };
}

/** `DCTERMS.URI` says no more than the value. */
function schemeIn(words: string | undefined): string | undefined {
  return /^(?:doi|hal|ark|handle|issn|isbn|pmid|nnt)$/i.exec(words ?? '')?.[0]?.toLowerCase();
}

/** An address of the work or of a file; the address of a DOI is the DOI. */
export function link(role: Link['role'], mediaType?: string): Saying {
  return (said, { content: url }) => {
    const isDoi = role === 'landing' && doiIri(url) !== undefined;
    if (isDoi) said.identifiers.push({ scheme: 'doi', value: url });
    else if (!said.links.some((each) => each.url === url)) said.links.push({ role, url, mediaType });
  };
}

/** A language of the work. */
export const language: Saying = (said, { content }) => {
  said.languages.push(content);
};

/** L1: several keywords in one text are parted by `;`; where the vocabulary says so, by commas. */
export function keywords(comma?: 'comma'): Saying {
  return (said, meta) => {
    const { content, scheme } = meta;
    const mark = content.includes(';') ? ';' : comma && !/[()]/.test(content) ? ',' : undefined;
    const words = mark === undefined ? [content] : content.split(mark).map((word) => word.trim());
    for (const value of words)
      if (value !== '') said.subjects.push({ text: { value, lang: meta.lang || undefined } });
    if (scheme !== undefined) said.keep({ name: `${meta.name}.scheme`, content: scheme });
  };
}

/** Who may read the work when it says that, else its licence. */
export const rights: Saying = (said, meta) => {
  const status = accessNamed(meta.content);
  if (status === undefined) said.licences.push({ words: meta.content, lang: meta.lang || undefined });
  else if (said.access === undefined) said.access = { status };
  else if (said.access.status !== status) said.keep(meta);
};

/** A mark without a value: `citation_fulltext_world_readable`. */
export const free: Saying = (said) => {
  said.access ??= { status: 'open' };
};

/** Another work that this one has to do with. */
export function relation(type: RelationType): Saying {
  return (said, { content }) => {
    const id =
      doiIri(content) ?? (/^https?:\/\/\S+$/i.test(content) && URL.canParse(content) ? content : undefined);
    said.relations.push({ type, target: id === undefined ? { citation: content } : { id } });
  };
}

/** The whole citation in words. */
export const citation: Saying = (said, meta) => {
  if (said.citations.length === 0) said.citations.push(textOf(meta));
  else said.keep(meta);
};

/** What says nothing of the work. */
export const nothing: Saying = () => {};

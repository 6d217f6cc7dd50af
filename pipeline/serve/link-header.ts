/** A typed link (RFC 8288): where it leads, and its attributes, of which some stand several times. */
interface Link {
  readonly rel: string;
  readonly href: string;
  readonly attributes: readonly Attribute[];
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  /** Language of the value; of a name that ends with `*`. */
  readonly language?: string;
}

/** Gateways refuse longer headers, and the whole answer with them. */
const longest = 8000;

/** What a client needs most: FAIR Signposting on the thing and its descriptions, then people, then the rest. */
const order = ['cite-as', 'type', 'license', 'describedby', 'describes', 'linkset', 'author'];

/**
 * The `Link` header of a document (RFC 8288): what the link set of its thing says with it as the anchor, and the link set
 * itself. Of too many links the last are left out, never the link set; of a link set that cannot be read all but itself.
 * `linkset`: its text and its address; `anchor`: the address of the document.
 */
export function linkHeader(
  linkset: { readonly text: string; readonly href: string },
  anchor: string,
): string {
  const { href } = linkset;
  const type = { name: 'type', value: 'application/linkset+json' };
  const set: Link = { rel: 'linkset', href, attributes: [type] };
  const others = linksOf(linkset.text, anchor).filter((each) => each.rel !== 'linkset' || each.href !== href);
  const links = [set, ...others].toSorted((one, other) => rank(one.rel) - rank(other.rel));

  let room = longest - written(set).length;
  const fitting: string[] = [];
  for (const each of links) {
    const text = written(each);
    const needed = each === set ? 0 : text.length + 2;
    if (needed > room) continue;
    room -= needed;
    fitting.push(text);
  }
  return fitting.join(', ');
}

function rank(rel: string): number {
  const place = order.indexOf(rel);
  return place === -1 ? order.length : place;
}

/** The links from an anchor: relation → targets (RFC 9264, section 4.2). What is none is left out. */
function linksOf(text: string, anchor: string): readonly Link[] {
  const contexts = listed(fieldsOf(parsed(text)).linkset).map(fieldsOf);
  const { anchor: _, ...relations } = contexts.find((each) => each.anchor === anchor) ?? {};
  return Object.entries(relations).flatMap(([rel, targets]) =>
    listed(targets).flatMap((target): readonly Link[] => {
      const { href, ...attributes } = fieldsOf(target);
      if (typeof href !== 'string') return [];
      return [{ rel, href, attributes: Object.entries(attributes).flatMap(attributesOf) }];
    }),
  );
}

/** `hreflang` and what others add have lists of texts, names with `*` lists of texts with a language (section 4.2.4). */
function attributesOf([name, value]: [string, unknown]): readonly Attribute[] {
  if (!/^[\w!#$%&'+.^`|~-]+\*?$/.test(name)) return [];
  const values = Array.isArray(value) ? value : [value];
  const found = values.flatMap((each): readonly Attribute[] => {
    if (!name.endsWith('*')) return typeof each === 'string' ? [{ name, value: each }] : [];
    const { value: text, language } = fieldsOf(each);
    if (typeof text !== 'string') return [];
    return [{ name, value: text, ...(isLanguage(language) && { language }) }];
  });
  // A second title would be ignored (RFC 8288, section 3.4.1).
  return name === 'title*' ? found.slice(0, 1) : found;
}

function isLanguage(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]+$/i.test(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The document is there all the same, and so is the address of its link set.
    return undefined;
  }
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function written({ rel, href, attributes }: Link): string {
  const all = [{ name: 'rel', value: rel }, ...attributes];
  return [`<${encoded(href)}>`, ...all.map(attribute)].join('; ');
}

/** An attribute; what is not ASCII, or has a language, has the form of RFC 8187. */
function attribute({ name, value, language = '' }: Attribute): string {
  const isPlain = !name.endsWith('*') && /^[\u0020-\u007e]*$/.test(value);
  if (isPlain) return `${name}="${value.replace(/["\\]/g, '\\$&')}"`;
  const escaped = percentEncoded(value).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${name.replace(/\*$/, '')}*=UTF-8'${language}'${escaped}`;
}

/** An IRI as a header can carry it; what is percent-encoded already stays so. */
function encoded(iri: string): string {
  return iri.replace(/[^\u0021-\u007e]+|[<>"]/gu, percentEncoded);
}

/** Half a character, which UTF-8 cannot write, becomes U+FFFD. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

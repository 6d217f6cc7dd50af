/** The links from one anchor of a link set: relation → targets (RFC 9264, section 4.2). */
interface Context {
  readonly anchor?: string;
  readonly [relation: string]: unknown;
}

/** Gateways refuse longer headers, and the whole answer with them. */
const longest = 8000;

/**
 * The `Link` header of a document (RFC 8288): what the link set of its thing says with it as the anchor, and the link set
 * itself. Of too many links the last are left out, never the link set. `linkset`: its text and its address; `anchor`: the
 * address of the document.
 */
export function linkHeader(
  linkset: { readonly text: string; readonly href: string },
  anchor: string,
): string {
  const set = link(linkset.href, { rel: 'linkset', type: 'application/linkset+json' });
  let length = set.length;
  const fitting: string[] = [];
  for (const each of linksOf(linkset.text, anchor)) {
    length += each.length + 2;
    if (length > longest) break;
    fitting.push(each);
  }
  return [...fitting, set].join(', ');
}

function linksOf(text: string, anchor: string): readonly string[] {
  const { linkset = [] } = JSON.parse(text) as { readonly linkset?: readonly Context[] };
  const context = linkset.find((each) => each.anchor === anchor) ?? {};
  return Object.entries(context).flatMap(([rel, targets]) =>
    Array.isArray(targets)
      ? (targets as readonly Readonly<Record<string, string>>[]).map(({ href = '', ...attributes }) =>
          link(href, { rel, ...attributes }),
        )
      : [],
  );
}

function link(href: string, attributes: Readonly<Record<string, string>>): string {
  const said = Object.entries(attributes).map(([name, value]) => `; ${attribute(name, value)}`);
  return `<${encoded(href)}>${said.join('')}`;
}

/** An attribute; what is not ASCII has the form of RFC 8187. */
function attribute(name: string, value: string): string {
  if (/^[\u0020-\u007e]*$/.test(value)) return `${name}="${value.replace(/["\\]/g, '\\$&')}"`;
  const escaped = encodeURIComponent(value).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${name}*=UTF-8''${escaped}`;
}

/** An IRI as a header can carry it; what is percent-encoded already stays so. */
function encoded(iri: string): string {
  return iri.replace(/[^\u0021-\u007e]+|[<>"]/gu, encodeURIComponent);
}

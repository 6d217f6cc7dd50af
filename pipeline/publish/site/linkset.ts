import type { Distribution } from '../../base/entity.ts';
import type { OutFile } from '../file.ts';
import { addressOf } from './address.ts';
import { asUri, licenceUri, type Signpost, signpostsOf } from './signposts.ts';
import { languagesOf, type View } from './view.ts';

type Target = Readonly<Record<string, string>>;
type Links = Readonly<Record<string, readonly Target[]>>;

/**
 * The links of a thing as a link set (RFC 9264, section 4.2; FAIR Signposting, level 2): of its pages and of its IRI to
 * what belongs to it, of each metadata document and each file back to the pages. Every anchor and target is absolute.
 */
export function linksetFile(view: View, id: string, files: readonly Distribution[] = []): OutFile {
  const signposts = signpostsOf(view, id, files);
  const pages = pagesOf(view, id);
  // A context on each line, so that one that changes is one line of a diff.
  const lines = [
    ...contexts(
      pages.map(({ href }) => href),
      grouped(signposts),
    ),
    ...ofThing(view, id, signposts, pages),
    ...back(signposts, 'describedby', {
      describes: pages,
      license: [{ href: licenceUri(view.lab.licence) }],
    }),
    ...back(signposts, 'item', { collection: pages }),
  ];
  return { path: `${id}.linkset.json`, content: `{"linkset":[\n${lines.join(',\n')}\n]}\n` };
}

function pagesOf(view: View, id: string): readonly (Target & { readonly href: string })[] {
  return languagesOf(view).map((language) => ({
    href: asUri(addressOf(view.lab.base, id, language, view.own)),
    type: 'text/html',
  }));
}

/** The thing itself is no page: its pages describe it as its metadata do, and it is cited by the IRI that it has. */
function ofThing(
  { lab }: View,
  id: string,
  signposts: readonly Signpost[],
  pages: readonly Target[],
): readonly string[] {
  const own = signposts.filter(
    ({ rel, href }) => rel !== 'cite-as' && href !== 'https://schema.org/AboutPage',
  );
  const { describedby = [], ...others } = grouped(own);
  return contexts([asUri(lab.base + id)], { ...others, describedby: [...pages, ...describedby] });
}

/** From each target of a relation back to where the relation begins. */
function back(signposts: readonly Signpost[], rel: Signpost['rel'], links: Links): readonly string[] {
  const targets = new Set(signposts.flatMap((each) => (each.rel === rel ? [each.href] : [])));
  return contexts([...targets], links);
}

/** The same links of each anchor, as JSON. */
function contexts(anchors: readonly string[], links: Links): readonly string[] {
  if (anchors.length === 0) return [];
  const members = Object.entries(links)
    .map(([rel, targets]) => `,${JSON.stringify(rel)}:${JSON.stringify(targets)}`)
    .join('');
  return anchors.map((anchor) => `{"anchor":${JSON.stringify(anchor)}${members}}`);
}

function grouped(signposts: readonly Signpost[]): Links {
  const groups: Record<string, Target[]> = {};
  for (const { rel, ...target } of signposts) {
    const said = Object.entries(target).filter(([, value]) => value !== undefined);
    const list = groups[rel] ?? [];
    list.push(Object.fromEntries(said) as Target);
    groups[rel] = list;
  }
  return groups;
}

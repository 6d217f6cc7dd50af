import { contentTypeOf, framePolicy, mediaTypes, openHeaders, safeHeaders } from '../../base/media-types.ts';
import type { Plan } from './plan.ts';

/**
 * `_headers` of Netlify, where `*` is anything and headers of all rules that fit are joined: no file may have its type from
 * two of them. Of names that other names end in (`.json`, `.xml`, `.js`) Netlify knows the type itself.
 */
export function netlifyHeaders({ mount }: Plan): string {
  // What one rule says no other takes back: the pages that others may frame must not be among them.
  const framed = [mount, `${mount}:kind/*`].flatMap((path) =>
    section(path, [['Content-Security-Policy', framePolicy]]),
  );
  const rows = mediaTypes.flatMap((type) => {
    const general = mediaTypes.find((each) => each !== type && type.ending.endsWith(each.ending));
    const isGeneral = mediaTypes.some((each) => each !== type && each.ending.endsWith(type.ending));
    return section(`/*${type.ending}`, [
      ...(isGeneral ? [] : [['Content-Type', contentTypeOf(type)] as const]),
      ...(type.isOpen && general?.isOpen !== true ? open : []),
    ]);
  });
  const embedded = ['/*embed.html', '/*embed.fr.html', '/*embed.en.html'].flatMap((path) =>
    section(path, open),
  );
  const everywhere = section('/*', Object.entries(safeHeaders));
  return [...everywhere, ...framed, ...rows, ...embedded].map((line) => `${line}\n`).join('');
}

type Field = readonly [name: string, value: string];

const open: readonly Field[] = Object.entries(openHeaders);

function section(path: string, fields: readonly Field[]): readonly string[] {
  return fields.length === 0 ? [] : [path, ...fields.map(([name, value]) => `  ${name}: ${value}`)];
}

/** `_redirects` of Netlify: it knows no `Accept`, so that things lead to pages alone. */
export function netlifyRedirects({ mount, gone, moved, other }: Plan): string {
  const rules = [
    ...(mount === '/' ? [] : [`/ ${mount} 302!`]),
    ...moved.flatMap(([from, to]) =>
      ['', '.html', `.${other}.html`, '.ttl', '.jsonld'].map(
        (end) => `${mount}${from}${end} ${mount}${to}${end} 301!`,
      ),
    ),
    ...gone.flatMap((id) => ['', '.html'].map((end) => `${mount}${id}${end} /${id}.html 410!`)),
    ...(mount === '/' ? [] : [`${mount}* /:splat 200`]),
  ];
  return rules.map((rule) => `${rule}\n`).join('');
}

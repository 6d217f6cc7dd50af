import type { Language } from '../base/words.ts';
import type { Assertion, IdentifiedWork } from '../base/work.ts';
import { type Html, html } from '../publish/index.ts';

/** A stretch of a citation, and what was read from it. */
export interface Part {
  readonly words: string;
  readonly said?: Assertion | undefined;
}

/** The citation of a work cut into its parts, each with the field and the rule that found it. */
export function partsOf({ citationText, provenance }: IdentifiedWork): readonly Part[] {
  const text = citationText?.value ?? '';
  const places = provenance
    .flatMap((said) => {
      const words = said.words ?? '';
      const at =
        said.path === 'citationText' || said.path === 'type' || words === '' ? -1 : text.indexOf(words);
      return at < 0 ? [] : [{ at, end: at + words.length, said }];
    })
    .sort((a, b) => a.at - b.at || b.end - a.end);
  const parts: Part[] = [];
  let from = 0;
  for (const { at, end, said } of places) {
    if (at < from) continue;
    if (at > from) parts.push({ words: text.slice(from, at) });
    parts.push({ words: text.slice(at, end), said });
    from = end;
  }
  if (from < text.length) parts.push({ words: text.slice(from) });
  return parts;
}

const colours: Readonly<Record<string, number>> = {
  titles: 32,
  contributions: 36,
  dates: 33,
  container: 35,
  position: 34,
  publisher: 31,
  identifiers: 90,
  links: 90,
};
const fieldOf = ({ path }: Assertion) => path.split('.')[0] ?? path;

/** Each work as its citation, its parts coloured where a terminal shows colours, and one line for each value. */
export function explainedText(works: readonly IdentifiedWork[], hasColours: boolean): string {
  return works.map((work) => `${lineOf(work, hasColours)}\n${valuesOf(work)}\n`).join('\n');
}

function lineOf(work: IdentifiedWork, hasColours: boolean): string {
  return partsOf(work)
    .map(({ words, said }) => {
      const colour = said && hasColours ? colours[fieldOf(said)] : undefined;
      return colour === undefined ? words : `\u001b[${colour}m${words}\u001b[0m`;
    })
    .join('');
}

function valuesOf({ id, provenance }: IdentifiedWork): string {
  const rows = provenance.flatMap(({ path, words, rule, confidence, line, column }) =>
    rule === undefined || path === 'citationText'
      ? []
      : [
          `  ${path.padEnd(22)} ${words ?? ''}  [${rule}, ${confidence}${line === undefined ? '' : `, ${line}:${column ?? 1}`}]`,
        ],
  );
  return [`  ${id}`, ...rows].join('\n');
}

/** A page that shows each citation with its parts marked. */
export function explainedHtml(works: readonly IdentifiedWork[], language: Language): string {
  const title = { fr: 'Ce qui a été lu', en: 'What was read' }[language];
  return html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style>
body{font:1rem/1.6 system-ui;max-width:50rem;margin:2rem auto;padding:0 1rem}mark{border-bottom:2px solid;background:#eef}
.titles{background:#dfd}.contributions{background:#dff}.dates{background:#ffd}.container{background:#fdf}.position{background:#ddf}.publisher{background:#fdd}
</style></head><body><h1>${title}</h1>
${works.map((work) => html`<p id="${work.id}">${partsOf(work).map(marked)}</p>\n`)}</body></html>
`.html;
}

function marked({ words, said }: Part): string | Html {
  if (!said) return words;
  return html`<mark class="${fieldOf(said)}" title="${`${said.path}: ${said.rule ?? ''}, ${said.confidence}`}">${words}</mark>`;
}

import { readFileSync } from 'node:fs';
import { type Level, rules } from '../../pipeline/base/finding.ts';
import { namespaces, type Prefix } from '../../pipeline/base/terms.ts';
import { fields } from '../../pipeline/base/values.ts';
import { type FormatLine, formatLines } from '../../pipeline/commands/formats.ts';
import { refusalOf, unclear } from '../../pipeline/deposit/sword-error.ts';
import { datasetRows } from '../../pipeline/map/dataset.ts';
import {
  conceptRows,
  issueRows,
  journalRows,
  organisationRows,
  personRows,
  sourceRows,
  tombstoneRows,
  unknownAgentRows,
  volumeRows,
} from '../../pipeline/map/entity.ts';
import type { Row } from '../../pipeline/map/row.ts';
import { relationRows, workRows } from '../../pipeline/map/work.ts';
import { proseRules } from '../../pipeline/read/prose/rules.ts';
import { swordErrors } from '../deposit/sword-errors.ts';
import { cases as proseCases } from '../read/prose/cases.ts';

/** A page that is made from the code; a test fails when the committed one differs. */
export interface Page {
  readonly path: string;
  readonly content: string;
}

/** Every generated page. */
export function pages(): readonly Page[] {
  return [
    { path: 'docs/crosswalk.md', content: crosswalk() },
    { path: 'docs/findings.md', content: findings() },
    { path: 'docs/formats.md', content: formats() },
    { path: 'docs/prose.md', content: prose() },
    { path: 'docs/hal.md', content: within('docs/hal.md', 'answers', answers()) },
    { path: 'README.md', content: within('README.md', 'formats', shortTable()) },
  ];
}

const generated = '<!-- Made by `npm run docs` from the code: change that, not this page. -->';

/** The rules by which notices are read, each with the notices that test it. */
function prose(): string {
  const inCell = (words: string) => words.replaceAll('|', '\\|').replaceAll('`', '');
  const rows = Object.entries(proseCases).flatMap(([rule, all]) =>
    all.map(([line, field, found], index) => {
      const { fr, en } = proseRules[rule as keyof typeof proseCases];
      const named = index === 0 ? `\`${rule}\` | ${inCell(fr)}<br>${inCell(en)}` : ' | ';
      return `| ${named} | \`${inCell(line)}\` | ${field} | ${inCell(found)} |`;
    }),
  );
  return [
    generated,
    '',
    '# Comment une notice est lue · How a notice is read',
    '',
    'Les lecteurs `page` et `reference` lisent d’abord ce dont la forme est certaine (identifiants, dates, numéros étiquetés, titre marqué), puis ce qui reste entre. Ce qu’aucune règle ne comprend reste tel quel, et le rapport le montre. Les œuvres citées ici sont inventées. · The readers `page` and `reference` first read what is certain by its form (identifiers, dates, labelled numbers, a marked title), then what stands between. What no rule understands is kept as it is, and the report shows it. The works cited here are invented.',
    '',
    '| règle · rule | usage · habit | notice | champ · field | lu · read |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

type AnyRow = Row<never>;

function crosswalk(): string {
  const sections: readonly (readonly [string, readonly AnyRow[]])[] = [
    ['Œuvre · Work', workRows as readonly AnyRow[]],
    ['Relations', relationRows as readonly AnyRow[]],
    ['Personne · Person', personRows as readonly AnyRow[]],
    ['Organisation', organisationRows as readonly AnyRow[]],
    ['Nom dont on ne sait pas la nature · Name of unknown kind', unknownAgentRows as readonly AnyRow[]],
    ['Revue, livre · Journal, book', journalRows as readonly AnyRow[]],
    ['Volume', volumeRows as readonly AnyRow[]],
    ['Numéro · Issue', issueRows as readonly AnyRow[]],
    ['Concept', conceptRows as readonly AnyRow[]],
    ['Source', sourceRows as readonly AnyRow[]],
    ['Pierre tombale · Tombstone', tombstoneRows as readonly AnyRow[]],
    ['Jeu de données · Dataset', datasetRows as readonly AnyRow[]],
  ];
  const used = new Set(sections.flatMap(([, rows]) => rows.flatMap(prefixesOf)));
  const prefixes = Object.entries(namespaces)
    .filter(([prefix]) => used.has(prefix as Prefix))
    .map(([prefix, namespace]) => `| ${prefix} | ${namespace} |`);
  return page(
    'Où va chaque champ · Where each field goes',
    ...sections.map(([title, rows]) => `## ${title}\n\n${rowTable(rows)}`),
    `## Préfixes · Prefixes\n\n| | |\n|---|---|\n${prefixes.join('\n')}`,
  );
}

function rowTable(rows: readonly AnyRow[]): string {
  const lines = rows.flatMap((row) => [
    line(row, ''),
    ...(row.below ?? []).map((inner) => line(inner, '↳ ')),
  ]);
  // A relation has a row for each way to name its target.
  return `| champ · field | dit comme · said as | propriétés · properties |\n|---|---|---|\n${[...new Set(lines)].join('\n')}`;
}

function line({ field, label, terms }: AnyRow, indent: string): string {
  const said = label.fr === label.en ? label.fr : `${label.fr} · ${label.en}`;
  return `| ${indent}\`${field}\` | ${said} | ${terms.map(({ short }) => `\`${short}\``).join(', ')} |`;
}

function prefixesOf(row: AnyRow): readonly Prefix[] {
  return [...row.terms.map(({ prefix }) => prefix), ...(row.below ?? []).flatMap(prefixesOf)];
}

function findings(): string {
  const levels: Readonly<Record<Level, string>> = {
    error: 'erreur · error',
    warning: 'à vérifier · warning',
    hint: 'à savoir · hint',
  };
  const lines = Object.entries(rules).map(
    ([name, { level, message, mend }]) =>
      `| \`${name}\` | ${levels[level]} | ${message.fr}<br>${message.en} | ${mend.fr}<br>${mend.en} |`,
  );
  return page(
    'Ce que le rapport signale · What the report says',
    `Une erreur fait sortir \`build\` et \`check\` avec le code 1. · An error makes \`build\` and \`check\` exit with 1.`,
    `| règle · rule | niveau · level | phrase · sentence | où corriger · where to mend |\n|---|---|---|---|\n${lines.join('\n')}`,
  );
}

function formats(): string {
  return page('Formats', formatTable(), ...lossTable(), ...halNotes);
}

/** What nobody would guess of a record for HAL (hal.md section 3). */
const halNotes: readonly string[] = [
  '## HAL (`hal-tei`)',
  [
    '- Une notice par dépôt : HAL ne prend qu’une œuvre à la fois. Un fichier d’une œuvre est ce que HAL attend (`aofr.xsd`) ; un fichier de plusieurs contient un élément `text` pour chacune. · One work a deposit: a file of one work is what HAL takes (`aofr.xsd`); a file of several holds one element `text` for each.',
    '- Une langue inconnue s’écrit `und`, que HAL lit comme de l’anglais : donner `language` à la source ou dans `lab.yaml`. HAL garde un titre, un sous-titre et un résumé par langue. · An unknown language is written `und`, which HAL reads as English: give `language` at the source or in `lab.yaml`. HAL keeps one title, subtitle and abstract for each language.',
    '- Ce que personne n’a dit n’y est pas, même ce que HAL demande : domaine, affiliation, audience, évaluation par les pairs, type d’une structure nouvelle (`unknown`), prénom (vide). · What nobody said is not there, even what HAL asks for: domain, affiliation, audience, peer review, the type of a new structure (`unknown`), a forename (empty).',
    '- Aucun fichier n’est joint : c’est une notice, et l’adresse d’un texte intégral se lit dans « voir aussi ». · No file is attached: it is a notice, and the address of a full text stands among “see also”.',
    '- Sans auteur, le schéma de HAL refuse la notice. · Without an author, HAL’s schema refuses the record.',
  ].join('\n'),
];

/** Kind of value by format: what a format cannot carry (crosswalk section 7), from what its writer says of itself. */
function lossTable(): readonly string[] {
  const groups = new Map<string, FormatLine[]>();
  for (const each of formatLines().filter(({ writes }) => writes)) {
    const key = JSON.stringify([each.loses, each.losesInPart]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const columns = [...groups.values()].filter(([first]) => first && first.loses.length > 0);
  const heads = columns.map((group) => group.map(({ name }) => `\`${name}\``).join(' '));
  const lines = fields.map(({ name, label }) => {
    const cells = columns.map(([first]) =>
      first?.loses.includes(name) ? '✗' : first?.losesInPart.includes(name) ? '~' : '',
    );
    return cells.every((cell) => cell === '')
      ? undefined
      : `| \`${name}\` | ${label.fr}<br>${label.en} | ${cells.join(' | ')} |`;
  });
  const rows = lines.filter((each) => each !== undefined).join('\n');
  return [
    '## Ce qu’un format ne porte pas · What a format cannot carry',
    '✗ : jamais ; ~ : en partie, selon la notice. `moisson convert --losses` le dit notice par notice. · ✗: never; ~: in part, depending on the record. `moisson convert --losses` says it record by record. `ndjson` porte tout · carries all.',
    `| | | ${heads.join(' | ')} |\n|---|---|${heads.map(() => '---|').join('')}\n${rows}`,
  ];
}

function formatTable(): string {
  const yes = (is: boolean) => (is ? '✓' : '');
  const lines = formatLines().map(
    ({ name, aliases, title, mediaType, extensions, reads, writes }) =>
      `| \`${name}\`${aliases.map((alias) => ` \`${alias}\``).join('')} | ${title.fr}<br>${title.en} | ${mediaType} | ${extensions.join(' ')} | ${yes(reads)} | ${yes(writes)} |`,
  );
  return `| nom · name | | type | extensions | lit · reads | écrit · writes |\n|---|---|---|---|---|---|\n${lines.join('\n')}`;
}

/** The README with its generated part between its marks made new. */
/** A page by hand, with what stands between two comments made anew. */
function within(path: string, mark: string, content: string): string {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const between = new RegExp(`(<!-- ${mark} -->\\n)[\\s\\S]*?(<!-- /${mark} -->)`);
  return text.replace(between, (_, begin: string, end: string) => `${begin}${content}\n${end}`);
}

/** What a person sees of each answer of HAL's server to a deposit. */
function answers(): string {
  const lines = swordErrors.map(({ title, isFinal, answer: { status, body, headers } }) => {
    const received = { status, statusText: '', headers: new Headers(headers), bytes: Buffer.from(body) };
    const { words } = status < 300 ? unclear(received) : refusalOf(received);
    return `| ${title} | ${words.map(({ en }) => en).join('; ')} | ${isFinal ? '✓' : ''} |`;
  });
  return `| HAL answers | what is said | stops |\n|---|---|---|\n${lines.join('\n')}`;
}

function shortTable(): string {
  const lines = formatLines().map(
    ({ name, title, reads, writes }) =>
      `| \`${name}\` | ${title.en} | ${reads ? '✓' : ''} | ${writes ? '✓' : ''} |`,
  );
  return `| | | reads | writes |\n|---|---|---|---|\n${lines.join('\n')}`;
}

function page(title: string, ...parts: readonly string[]): string {
  return `${[generated, `# ${title}`, ...parts].join('\n\n')}\n`;
}

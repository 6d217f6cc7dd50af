import type { Finding, Level, Rejected } from '../base/finding.ts';
import { rules } from '../base/finding.ts';
import { byCodePoint } from '../base/order.ts';
import { plainText } from '../base/plain-text.ts';
import type { Language, Words } from '../base/words.ts';
import { type IdentifiedWork, mainTitle } from '../base/work.ts';
import type { OutFile } from './file.ts';

/** What a run found. */
export interface Findings {
  readonly works: readonly IdentifiedWork[];
  readonly findings: readonly Finding[];
  readonly rejected: readonly Rejected[];
}

/** `report.md` in the lab's language, `report.json` in both, and `rejected.ndjson` when a record was refused. */
export function reportFiles(found: Findings, language: Language): readonly OutFile[] {
  return [
    { path: 'report.md', content: markdown(found, language) },
    { path: 'report.json', content: `${JSON.stringify(reportOf(found), undefined, 2)}\n` },
    ...(found.rejected.length > 0
      ? [{ path: 'rejected.ndjson', content: rejectedLines(found.rejected) }]
      : []),
  ];
}

/** The report as data, for programs. */
export function reportOf({ works, findings, rejected }: Findings): object {
  return {
    works: works.length,
    rejected: rejected.map(({ place, source, reason }) => ({ ...place, source, reason })),
    levels: countLevels(findings),
    findings: inOrder(findings).map(({ level, rule, work, field, place, message, mend, corrected }) => ({
      level,
      rule,
      ...place,
      work,
      field,
      message,
      mend,
      corrected,
    })),
  };
}

/** One refused record a line, whole. */
export function rejectedLines(rejected: readonly Rejected[]): string {
  return rejected
    .map(({ place, source, reason, text }) => `${JSON.stringify({ ...place, source, reason, text })}\n`)
    .join('');
}

/** How many findings of each level still wait for somebody. */
export function countLevels(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const count = (level: Level) => findings.filter((each) => each.level === level && !each.corrected).length;
  return { error: count('error'), warning: count('warning'), hint: count('hint') };
}

const levels: Readonly<Record<Level, Words>> = {
  error: { fr: 'erreur', en: 'error' },
  warning: { fr: 'à vérifier', en: 'warning' },
  hint: { fr: 'à savoir', en: 'hint' },
};

const headings = {
  title: { fr: 'Rapport', en: 'Report' },
  rejected: { fr: 'Notices refusées', en: 'Rejected records' },
  general: { fr: 'L’ensemble', en: 'The whole' },
  fine: { fr: 'Rien à signaler.', en: 'Nothing to report.' },
  corrected: { fr: 'corrigé', en: 'corrected' },
  mend: { fr: 'où corriger', en: 'where to mend' },
} as const satisfies Record<string, Words>;

function markdown({ works, findings, rejected }: Findings, language: Language): string {
  const say = (words: Words) => words[language];
  const counts = countLevels(findings);
  const summary: Words = {
    fr: `${works.length} œuvres, ${rejected.length} notices refusées ; ${counts.error} erreurs, ${counts.warning} points à vérifier, ${counts.hint} à savoir.`,
    en: `${works.length} works, ${rejected.length} records rejected; ${counts.error} errors, ${counts.warning} warnings, ${counts.hint} hints.`,
  };
  const byWork = findingsByWork(findings);
  const general = byWork.get(undefined) ?? [];
  const sections = works.flatMap((work) => {
    const own = byWork.get(work.id) ?? [];
    const title = mainTitle(work);
    return [
      `## ${title ? escaped(plainText(title)) : work.id}`,
      `\`${work.id}\``,
      own.length > 0 ? list(own, language) : say(headings.fine),
    ];
  });
  const refused = rejected.map(({ place, reason }) => `- ${where(place)} ${escaped(say(reason))}`).join('\n');
  return `${[
    `# ${say(headings.title)}`,
    say(summary),
    ...(refused ? [`## ${say(headings.rejected)}`, refused] : []),
    ...sections,
    ...(general.length > 0 ? [`## ${say(headings.general)}`, list(general, language)] : []),
  ].join('\n\n')}\n`;
}

/** The findings of each work, and those of none. */
function findingsByWork(findings: readonly Finding[]): ReadonlyMap<string | undefined, readonly Finding[]> {
  const lists = new Map<string | undefined, Finding[]>();
  for (const each of findings) {
    const known = lists.get(each.work);
    if (known) known.push(each);
    else lists.set(each.work, [each]);
  }
  return lists;
}

function list(findings: readonly Finding[], language: Language): string {
  return inOrder(findings)
    .map(({ level, rule, place, message, mend, corrected }) => {
      const state = corrected ? headings.corrected[language] : levels[level][language];
      const mending =
        corrected || level === 'hint' ? '' : ` — *${headings.mend[language]} : ${escaped(mend[language])}*`;
      return `- **${state}** ${escaped(message[language])} (${where(place)}, \`${rule}\`)${mending}`;
    })
    .join('\n');
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const rank: Readonly<Record<Level, number>> = { error: 0, warning: 1, hint: 2 };
  const place = new Map(Object.keys(rules).map((rule, index) => [rule, index]));
  return [...findings].sort(
    (a, b) =>
      byCodePoint(a.work ?? '', b.work ?? '') ||
      Number(a.corrected ?? false) - Number(b.corrected ?? false) ||
      rank[a.level] - rank[b.level] ||
      (place.get(a.rule) ?? 0) - (place.get(b.rule) ?? 0),
  );
}

function where({
  file,
  line,
  column,
}: {
  file: string;
  line?: number | undefined;
  column?: number | undefined;
}): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** What Markdown would take for marks is the data's own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, (mark) => `\\${mark}`);
}

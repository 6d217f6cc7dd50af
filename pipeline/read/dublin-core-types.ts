import { codeList } from '../base/code-list.ts';
import type { ArticleVersion } from '../base/work.ts';
import { isNew, keepOn, type Sheet } from './sheet.ts';
import type { Statement } from './statement.ts';

interface Candidate {
  readonly list: string;
  readonly code: string;
  /** The model's word. */
  readonly kind: string | undefined;
  readonly words: string;
}

const infoEuRepo = /^info:eu-repo\/semantics\/([\w-]+)$/i;
const coarType = /^https?:\/\/(?:www\.)?purl\.org\/coar\/resource_type\/([\w-]+)\/?$/i;
const coarVersion = /^https?:\/\/(?:www\.)?purl\.org\/coar\/version\/(c_[0-9a-f]+)\/?$/i;
const dcmi = /^https?:\/\/purl\.org\/dc\/dcmitype\/(\w+)$/i;

/** Versions of the text, by their names at info:eu-repo and their COAR codes. */
const versions: ReadonlyMap<string, ArticleVersion> = new Map(
  Object.entries<ArticleVersion>({
    draft: 'submitted',
    submittedversion: 'submitted',
    acceptedversion: 'accepted',
    publishedversion: 'published',
    updatedversion: 'corrected',
    c_b1a7d7d4d402bcce: 'submitted',
    c_71e4c1898caa6e32: 'submitted',
    c_ab4af688f83e57aa: 'accepted',
    c_fa2ee174bc00049f: 'other',
    c_970fb48d4fbd8a85: 'published',
    c_e19f295774971610: 'corrected',
    c_dc82b40f9837b551: 'corrected',
  }),
);

/** A version named by info:eu-repo or by its COAR address. */
export function versionOf(words: string): ArticleVersion | undefined {
  const code = infoEuRepo.exec(words)?.[1] ?? coarVersion.exec(words)?.[1];
  return code === undefined ? undefined : versions.get(code.toLowerCase());
}

/** Narrower words of the model under a wider one: the narrower wins when a record says both. */
const narrower: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'article',
    ['reviewArticle', 'review', 'editorial', 'dataPaper', 'popularArticle', 'newspaperArticle', 'blogPost'],
  ],
  ['book', ['editedBook', 'proceedings']],
  ['proceedingsPaper', ['poster', 'talk', 'proceedings']],
  ['preprint', ['workingPaper']],
  ['popularArticle', ['newspaperArticle', 'blogPost']],
]);

/**
 * The type that says most among those whose vocabulary we know: a COAR address, then info:eu-repo, then words. The
 * others are kept unless they say the same, and a version of the text is none.
 */
export function readTypes(on: Sheet, said: readonly Statement[]): void {
  const candidates: Candidate[] = [];
  for (const { words } of said) {
    const version = versionOf(words);
    if (version !== undefined && on.version === undefined) on.version = version;
    else if (version !== undefined) keepOn(on, 'type', words);
    else if (isNew(on, 'type', words)) candidates.push(candidateOf(words));
  }
  chooseType(on, candidates);
}

function candidateOf(words: string): Candidate {
  const coar = coarType.exec(words)?.[1];
  if (coar !== undefined) return candidate('coar', coar, words);
  const semantics = infoEuRepo.exec(words)?.[1];
  if (semantics !== undefined) return candidate('infoEuRepo', semantics, words);
  const word = dcmi.exec(words)?.[1] ?? words.replace(/^doc-type:/i, '');
  const list = ['dc', 'en', 'fr'].find((column) => codeList('types').read(column, word) !== undefined);
  return candidate(list ?? 'dc', word, words);
}

function candidate(list: string, code: string, words: string): Candidate {
  return { list, code, kind: codeList('types').read(list, code), words };
}

function chooseType(on: Sheet, candidates: readonly Candidate[]): void {
  const ranked = ['coar', 'infoEuRepo', 'dc', 'en', 'fr'].flatMap((list) =>
    candidates.filter((each) => each.list === list),
  );
  const first =
    ranked.find(({ kind }) => kind !== undefined && kind !== 'other') ??
    ranked.find(({ kind }) => kind) ??
    ranked[0];
  if (!first) return;
  const finer = narrower.get(first.kind ?? '');
  const chosen = ranked.find(({ kind }) => kind !== undefined && finer?.includes(kind)) ?? first;
  on.type = { list: chosen.list, code: chosen.code };
  on.kind = chosen.kind;
  for (const each of candidates) {
    // A doctoral thesis is a thesis to the model, and its level is in the source's word alone.
    const says = each === chosen ? !isWritten(each) : !isWider(each, chosen.kind);
    if (says && !(each === chosen && each.kind === undefined)) keepOn(on, 'type', each.words);
  }
}

/** Whether another code says no more than the type chosen: the same, or what its vocabulary has for want of a better. */
function isWider({ list, code, kind }: Candidate, chosen: string | undefined): boolean {
  // COAR's word for what it has none for; the guidelines of OpenAIRE know fewer than COAR.
  if (kind === chosen || (kind === 'other' && list === 'coar')) return true;
  return (
    codeList('types')
      .write(list, chosen ?? '')
      ?.toLowerCase() === code.toLowerCase()
  );
}

/** Whether the code is the one that stands for the model's word. */
function isWritten({ list, code, kind }: Candidate): boolean {
  if (list !== 'coar' && list !== 'infoEuRepo') return true;
  return kind !== undefined && codeList('types').write(list, kind)?.toLowerCase() === code.toLowerCase();
}

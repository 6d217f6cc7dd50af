import { type CitationLine, citationLine, labelledNumber } from './citation-line.ts';
import { bareDoi } from './doi.ts';
import { addLink, cite, isExtent, place } from './dublin-core-identifiers.ts';
import { senseOf } from './identifier-sense.ts';
import { isPart, isSeen, type Sheet } from './sheet.ts';
import { keepStatement, type Statement, textIn } from './statement.ts';

const part = /^bibliographic(?:al)?Citation\.(\w+)$/;

/** A whole citation, and its parts as OpenEdition and Persée say them. */
export function readCitations(on: Sheet, said: readonly Statement[]): void {
  const pages: { spage?: Statement; epage?: Statement } = {};
  for (const statement of said) {
    const field = part.exec(statement.name)?.[1];
    if ((field === 'spage' || field === 'epage') && !pages[field]) pages[field] = statement;
    else if (statement.name !== 'bibliographicCitation' && !isPlaced(on, statement, field)) {
      keepStatement(on, statement);
    }
  }
  const { spage, epage } = pages;
  if (spage) position(on, 'pages', epage ? `${spage.words}-${epage.words}` : spage.words);
  else if (epage) keepStatement(on, epage);
  for (const statement of said.filter(({ name }) => name === 'bibliographicCitation')) {
    on.cited.push(statement);
    fill(on, citationLine(statement.words), 'untitled');
  }
}

/** Keeps the citations that say more than the fields read from them: the first verbatim as such. */
export function settleCitations(on: Sheet): void {
  for (const citation of on.cited) if (!isSaid(on, citation.words)) cite(on, citation);
}

/** Whether a line is the title of the journal or book and numbers with their labels, all of them understood. */
function isSaid({ containerTitles, dates, position }: Sheet, words: string): boolean {
  const [, line = words, year] = /^(.*) \((\d{4})\)$/.exec(words) ?? [];
  const isDated = dates.some((date) => date.event === 'published' && date.words.startsWith(year ?? ''));
  const title = containerTitles[0]?.value;
  const start = title === undefined ? '' : `${title}, `;
  if ((year !== undefined && !isDated) || !line.startsWith(start)) return false;
  return line
    .slice(start.length)
    .split(', ')
    .every((segment) => {
      const said = labelledNumber(segment);
      return said !== undefined && position[said.field] === said.value;
    });
}

function isPlaced(on: Sheet, statement: Statement, field: string | undefined): boolean {
  const { words } = statement;
  if (field === 'jtitle') on.containerTitles.push(textIn(statement));
  else if (field === 'stitle') on.shortTitles.push(words);
  else if (field === 'volume' || field === 'issue' || field === 'pages') return position(on, field, words);
  else if (isExtent(words)) return position(on, 'pages', words);
  else return false;
  return true;
}

function position(on: Sheet, field: 'volume' | 'issue' | 'pages', words: string): boolean {
  const said = on.position[field];
  if (said === undefined) on.position[field] = words;
  return said === undefined || said === words;
}

/** What the citation says that nothing else did. */
function fill(on: Sheet, line: CitationLine | undefined, how: 'titled' | 'untitled'): void {
  if (!line) return;
  const { title, volume, issue, issueTitle, pages } = line;
  if (volume !== undefined) position(on, 'volume', volume);
  if (issue !== undefined) position(on, 'issue', issue);
  if (pages !== undefined) position(on, 'pages', pages);
  if (issueTitle !== undefined && !on.position.issueTitle) on.position.issueTitle = { value: issueTitle };
  if (title !== undefined && how === 'titled' && isPart(on.kind) && on.containerTitles.length === 0) {
    on.containerTitles.push({ value: title });
  }
}

/**
 * `source` is prose: an ISSN, an address, a journal, a citation. Only what is certain becomes a field: a title that
 * another source goes on from, the labelled numbers of a line, a line of OJS. HAL's places mean something.
 */
export function readSources(on: Sheet, said: readonly Statement[]): void {
  const coverage = said.filter(({ name }) => name === 'coverage');
  const prose = said.filter((each) => each.name === 'source' && !isNumber(on, each));
  if (on.house === 'hal') halSources(on, prose, coverage);
  else plainSources(on, prose);
  const isPlace = on.house === 'hal' && on.event !== undefined && coverage.length === 1;
  if (isPlace && on.event) on.event = { ...on.event, place: coverage[0]?.words };
  else for (const each of coverage) keepStatement(on, each);
}

/** Whether a source is an ISSN, an address or a DOI, which is then put in its place. */
function isNumber(on: Sheet, statement: Statement): boolean {
  const sense = senseOf(statement.words, statement.scheme);
  if (sense.kind === 'issn' || sense.kind === 'isbn') {
    place(on, statement, sense);
    return true;
  }
  if (sense.kind === 'address') {
    // HAL's own page again, else where the text was taken from.
    addLink(on, {
      role: on.house === 'hal' && sense.role === 'landing' ? 'publisher' : 'other',
      url: sense.url,
    });
    return true;
  }
  const id = sense.kind === 'identifier' ? sense.identifier : undefined;
  if (id?.scheme !== 'doi') return false;
  if (!isSeen(on, 'identifier', bareDoi(id.value) ?? id.value.toLowerCase())) keepStatement(on, statement);
  return true;
}

function plainSources(on: Sheet, prose: readonly Statement[]): void {
  const lines = prose.map((statement) => ({ statement, line: citationLine(statement.words) }));
  for (const { statement, line } of lines) {
    const { words } = statement;
    const begins = prose.length < many && prose.some((each) => goesOn(each.words, words));
    if (line && !begins) {
      on.cited.push(statement);
      fill(on, line, 'titled');
    } else if (isPart(on.kind) && on.containerTitles.length === 0 && (begins || isTitle(words))) {
      on.containerTitles.push(textIn(statement));
    } else if (/\d/.test(words) && words.length > 15) {
      on.cited.push(statement);
    } else if (!on.containerTitles.some(({ value }) => value === words)) {
      keepStatement(on, statement);
    }
  }
}

/** No record has as many sources; comparing them all would take for ever. */
const many = 50;
const goesOn = (longer: string, title: string) =>
  longer.startsWith(title) && /^[,.;:\s(]/.test(longer.slice(title.length));
const isTitle = (words: string) => words.length <= 150 && !/\d|[.;] /.test(words);

/** HAL: titles of the journal or book, then of the conference, then the citation, then the series. */
function halSources(on: Sheet, prose: readonly Statement[], coverage: readonly Statement[]): void {
  const at = prose.findIndex(({ words }) => isCitation(words));
  const citation = at < 0 ? undefined : prose[at];
  const before = at < 0 ? [...prose] : prose.slice(0, at);
  const isTalk = on.kind === 'proceedingsPaper' || on.kind === 'poster' || on.kind === 'talk';
  // A communication always has the title of its conference there, last.
  const meeting = isTalk && (before.length > 1 || coverage.length > 0) ? before.pop() : undefined;
  if (meeting) on.event = { name: textIn(meeting) };
  for (const statement of before) {
    if (isPart(on.kind) && on.containerTitles.length === 0) on.containerTitles.push(textIn(statement));
    else keepStatement(on, statement);
  }
  if (citation) {
    cite(on, citation);
    fill(on, citationLine(citation.words), 'untitled');
  }
  for (const statement of at < 0 ? [] : prose.slice(at + 1)) keepStatement(on, statement);
}

/** HAL's citations hold a year and end with a stop, an identifier or pages. */
function isCitation(words: string): boolean {
  return /(?:^|[\s,(])(?:1[5-9]|20)\d{2}(?:[\s,.)]|$)/.test(words) && /[,.] /.test(words);
}

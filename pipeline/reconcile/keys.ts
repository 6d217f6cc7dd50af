import { yearOf } from '../base/edtf.ts';
import { fold, foldTight } from '../base/fold.ts';
import { plainText } from '../base/plain-text.ts';
import { type Container, contributionsAs, dateOf, mainTitle, type Work } from '../base/work.ts';

/** Schemes whose values name one work (crosswalk K1, K2), the strongest first. */
const strongSchemes = ['doi', 'hal', 'pmid'];

/** Keys that alone prove two records to be of one work: the id a person gave, DOI, HAL id, PMID. */
export function strongKeys(work: Work): readonly string[] {
  const known = strongSchemes.flatMap((scheme) =>
    work.identifiers
      .filter((each) => each.scheme === scheme && each.iri)
      .map(({ value }) => `${scheme}:${value}`),
  );
  return work.id ? [`id:${work.id}`, ...known] : known;
}

/** The keys under which the register knows a work: the strong ones, title and first author, place in the journal. */
export function keysOf(work: Work): readonly string[] {
  return [...strongKeys(work), ...(titleKey(work) ?? []), ...(placeKey(work) ?? [])];
}

/** `title:sorin/motifsregistres…`: first creator's family name and the whole title, folded. */
function titleKey(work: Work): readonly string[] | undefined {
  const title = foldedTitle(work);
  return title ? [`title:${firstCreator(work)}/${title}`] : undefined;
}

/** `place:vie sociale//28/33`: a page of an issue holds one beginning of one work. */
function placeKey(work: Work): readonly string[] | undefined {
  const at = work.position?.pages?.start ?? work.position?.articleNumber;
  const journal = work.container && containerKey(work.container);
  if (!at || !journal) return undefined;
  return [`place:${journal}/${work.position?.volume ?? ''}/${work.position?.issue ?? ''}/${at}`];
}

/** Title and subtitle together, letters and digits only: `T : S` and `T` with the subtitle `S` are the same. */
export function foldedTitle(work: Work): string {
  const subtitle = work.titles.find((title) => title.role === 'subtitle')?.text;
  return foldTight(
    [mainTitle(work), subtitle].flatMap((title) => (title ? [plainText(title)] : [])).join(' '),
  );
}

/** The folded family name of the first creator, empty when there is none. */
export function firstCreator(work: Work): string {
  const [first] = contributionsAs(work, 'author');
  return first ? fold(first.family ?? first.literal ?? first.nameAsPrinted) : '';
}

/** The year of publication, when it is one. */
export function publicationYear(work: Work): string | undefined {
  const date = dateOf(work, 'published');
  return date === undefined ? undefined : yearOf(date);
}

/** How a container is compared: its folded title, without case, accents or punctuation. */
export function containerKey(container: Container): string {
  const [title] = container.titles;
  return title ? fold(plainText(title)) : '';
}

import { plainText } from './plain-text.ts';
import type { Words } from './words.ts';
import type { Contribution, DateEvent, Identifier, LangText, Pages, Title, Work } from './work.ts';

/** One kind of value that a work can hold: what the loss report and the tables of formats speak of. */
export interface Field {
  readonly name: FieldName;
  readonly label: Words;
  /** The part of the work that holds them. */
  readonly part: keyof Work;
  /** The values, as texts that are equal when the values are. */
  of(work: Work): readonly string[];
}

type Of = (work: Work) => readonly (string | undefined)[];

const given = (...values: readonly (string | undefined)[]) => values;
const lang = (text: LangText | undefined) => text?.lang;
const plain = (text: LangText | undefined) => text && plainText(text);
const titled =
  (role: Title['role']): Of =>
  ({ titles }) =>
    titles.map((title) => (title.role === role ? plainText(title.text) : undefined));
const dated =
  (event: DateEvent): Of =>
  ({ dates }) =>
    dates.map((date) => (date.event === event ? date.value : undefined));
const people =
  (of: (one: Contribution, name: string) => string | undefined | false): Of =>
  ({ contributions }) =>
    contributions.map((one) => of(one, nameOf(one)) || undefined);
const identifier = ({ scheme, value }: Identifier) => `${scheme} ${value}`;
const links =
  (of: (link: Work['links'][number]) => string | number | undefined): Of =>
  (work) =>
    work.links.map((link) => {
      const value = of(link);
      return value === undefined ? undefined : `${link.url} ${value}`;
    });

/** `Given particle Family suffix`, or the whole name where it is not split: the same however the name was printed. */
export function nameOf(one: Contribution): string {
  const { given: first, droppingParticle, particle, family, suffix, literal, nameAsPrinted } = one;
  if (!family) return literal ?? first ?? nameAsPrinted;
  return [first, droppingParticle, particle, family, suffix].filter(Boolean).join(' ');
}

/** A range by its ends, however it was printed; else the words. */
function pagesOf(pages: Pages | undefined): string | undefined {
  return pages?.start && pages.end ? `${pages.start}-${pages.end}` : pages?.raw;
}

/** The words of a name whatever their order: `Sorin, François` prints nothing that `François Sorin` does not. */
function words(name: string): string {
  return name.replaceAll(',', ' ').split(/\s+/).filter(Boolean).sort().join(' ');
}

/** The parts of a name in a fixed order; an unsplit name has none. */
function partsOf({ family, given: first, particle, droppingParticle, suffix }: Contribution) {
  return family && [family, first, particle, droppingParticle, suffix].map((part) => part ?? '').join('|');
}

// biome-ignore format: a table
const table = {
  type: [['type', 'type'], ({ type }) => given(type)],
  'titles.main': [['titre', 'title'], titled('main')],
  'titles.subtitle': [['sous-titre', 'subtitle'], titled('subtitle')],
  'titles.short': [['titre abrégé', 'short title'], titled('short')],
  'titles.translated': [['titre traduit', 'translated title'], titled('translated')],
  'titles.alternative': [['autre titre', 'alternative title'], titled('alternative')],
  'titles.lang': [['langue d’un titre', 'language of a title'], ({ titles }) => titles.map(({ role, text }) => text.lang && `${role} ${text.lang}`)],
  markup: [['italique, indices et autre balisage', 'italics, subscripts and other markup'], ({ titles, abstracts }) => [...titles.map(({ text }) => text), ...abstracts].map((text) => (text.markup === 'html' && text.value !== plainText(text) ? text.value : undefined))],
  abstracts: [['résumé', 'abstract'], ({ abstracts }) => abstracts.map(plain)],
  'abstracts.lang': [['langue d’un résumé', 'language of an abstract'], ({ abstracts }) => abstracts.map(lang)],
  contributions: [['nom', 'name'], people((_, name) => name)],
  'contributions.role': [['rôle', 'role'], people(({ role }, name) => `${name}: ${role}`)],
  'contributions.marcRelator': [['rôle exact (MARC)', 'exact role (MARC)'], people(({ marcRelator }, name) => marcRelator && `${name}: ${marcRelator}`)],
  'contributions.kind': [['personne ou organisation', 'person or organisation'], people(({ kind }, name) => kind !== 'unknown' && `${name}: ${kind}`)],
  'contributions.parts': [['prénom, particule et nom séparés', 'given name, particle and family name apart'], people((one) => partsOf(one))],
  'contributions.nameAsPrinted': [['nom tel qu’imprimé', 'name as printed'], people(({ nameAsPrinted }, name) => words(nameAsPrinted) !== words(name) && nameAsPrinted)],
  'contributions.nameScript': [['nom dans une autre écriture', 'name in another script'], people(({ nameScript }) => nameScript && JSON.stringify(nameScript))],
  'contributions.identifiers': [['identifiant d’une personne', 'identifier of a person'], ({ contributions }) => contributions.flatMap((one) => one.identifiers.map((each) => `${nameOf(one)}: ${identifier(each)}`))],
  'contributions.affiliations': [['affiliation', 'affiliation'], ({ contributions }) => contributions.flatMap((one) => one.affiliations.map(({ nameAsPrinted }) => `${nameOf(one)}: ${nameAsPrinted}`))],
  'contributions.affiliations.ids': [['identifiant d’une affiliation', 'identifier of an affiliation'], ({ contributions }) => contributions.flatMap(({ affiliations }) => affiliations.flatMap(({ nameAsPrinted, ids }) => ids.map((each) => `${nameAsPrinted}: ${identifier(each)}`)))],
  'contributions.affiliations.country': [['pays d’une affiliation', 'country of an affiliation'], ({ contributions }) => contributions.flatMap(({ affiliations }) => affiliations.map(({ nameAsPrinted, country }) => country && `${nameAsPrinted}: ${country}`))],
  'contributions.corresponding': [['auteur correspondant', 'corresponding author'], people(({ corresponding }, name) => corresponding && name)],
  'contributions.equalContribution': [['contribution égale', 'equal contribution'], people(({ equalContribution }, name) => equalContribution && name)],
  'contributions.emailSha': [['empreinte du courriel', 'digest of the e-mail address'], people(({ emailSha }) => emailSha)],
  'dates.published': [['date de publication', 'date of publication'], dated('published')],
  'dates.publishedPrint': [['date d’impression', 'date in print'], dated('publishedPrint')],
  'dates.publishedOnline': [['date en ligne', 'date online'], dated('publishedOnline')],
  'dates.accepted': [['date d’acceptation', 'date of acceptance'], dated('accepted')],
  'dates.submitted': [['date de soumission', 'date of submission'], dated('submitted')],
  'dates.written': [['date de rédaction', 'date of writing'], dated('written')],
  'dates.defended': [['date de soutenance', 'date of defence'], dated('defended')],
  'dates.deposited': [['date de dépôt', 'date of deposit'], dated('deposited')],
  'dates.modified': [['date de modification', 'date of modification'], dated('modified')],
  'dates.copyright': [['date de copyright', 'date of copyright'], dated('copyright')],
  'dates.withdrawn': [['date de retrait', 'date of withdrawal'], dated('withdrawn')],
  'dates.available': [['date de mise à disposition', 'date of availability'], dated('available')],
  'container.type': [['sorte de contenant', 'kind of container'], ({ container }) => given(container?.type)],
  'container.titles': [['titre de la revue ou de l’ouvrage', 'title of the journal or book'], ({ container }) => (container?.titles ?? []).map(plain)],
  'container.titles.lang': [['langue de ce titre', 'language of that title'], ({ container }) => (container?.titles ?? []).map(lang)],
  'container.shortTitles': [['titre abrégé de la revue', 'short title of the journal'], ({ container }) => container?.shortTitles ?? []],
  'container.issn': [['ISSN', 'ISSN'], ({ container }) => (container?.issn ?? []).map(({ value }) => value)],
  'container.issn.medium': [['support d’un ISSN', 'medium of an ISSN'], ({ container }) => (container?.issn ?? []).map(({ value, medium }) => medium && `${value} ${medium}`)],
  'container.isbn': [['ISBN de l’ouvrage', 'ISBN of the book'], ({ container }) => container?.isbn ?? []],
  'container.editors': [['directeur de l’ouvrage', 'editor of the book'], ({ container }) => (container?.editors ?? []).map(nameOf)],
  'container.series': [['collection', 'series'], ({ container }) => given(plain(container?.series?.title))],
  'container.series.number': [['numéro dans la collection', 'number in the series'], ({ container }) => given(container?.series?.number)],
  'container.identifiers': [['autre identifiant de la revue', 'other identifier of the journal'], ({ container }) => (container?.identifiers ?? []).map(identifier)],
  'container.url': [['adresse de la revue', 'address of the journal'], ({ container }) => given(container?.url)],
  'position.volume': [['volume', 'volume'], ({ position }) => given(position?.volume)],
  'position.issue': [['numéro', 'issue'], ({ position }) => given(position?.issue)],
  'position.issueTitle': [['titre du numéro', 'title of the issue'], ({ position }) => given(plain(position?.issueTitle))],
  'position.pages': [['pages', 'pages'], ({ position }) => given(pagesOf(position?.pages))],
  'position.articleNumber': [['numéro d’article', 'article number'], ({ position }) => given(position?.articleNumber)],
  'position.section': [['rubrique', 'section'], ({ position }) => given(plain(position?.section))],
  'event.name': [['colloque', 'conference'], ({ event }) => given(plain(event?.name))],
  'event.acronym': [['sigle du colloque', 'acronym of the conference'], ({ event }) => given(event?.acronym)],
  'event.start': [['début du colloque', 'start of the conference'], ({ event }) => given(event?.start)],
  'event.end': [['fin du colloque', 'end of the conference'], ({ event }) => given(event?.end)],
  'event.place': [['lieu du colloque', 'place of the conference'], ({ event }) => given(event?.place)],
  'event.country': [['pays du colloque', 'country of the conference'], ({ event }) => given(event?.country)],
  'publisher.name': [['éditeur commercial', 'publisher'], ({ publisher }) => given(publisher?.name)],
  'publisher.place': [['lieu d’édition', 'place of publication'], ({ publisher }) => given(publisher?.place)],
  'publisher.ids': [['identifiant de l’éditeur', 'identifier of the publisher'], ({ publisher }) => (publisher?.ids ?? []).map(identifier)],
  identifiers: [['identifiant', 'identifier'], ({ identifiers }) => identifiers.map(identifier)],
  links: [['lien', 'link'], (work) => work.links.map(({ url }) => url)],
  'links.role': [['rôle d’un lien', 'role of a link'], links(({ role }) => role)],
  'links.mediaType': [['format d’un fichier', 'format of a file'], links(({ mediaType }) => mediaType)],
  'links.version': [['version d’un fichier', 'version of a file'], links(({ version }) => version)],
  'links.access': [['accès à un fichier', 'access to a file'], links(({ access }) => access)],
  'links.licence': [['licence d’un fichier', 'licence of a file'], links(({ licence }) => licence)],
  'links.from': [['date d’ouverture d’un fichier', 'date from which a file is open'], links(({ from }) => from)],
  'links.bytes': [['taille d’un fichier', 'size of a file'], links(({ bytes }) => bytes)],
  'links.checksum': [['empreinte d’un fichier', 'checksum of a file'], links(({ checksum }) => checksum)],
  languages: [['langue', 'language'], ({ languages }) => languages],
  subjects: [['mot-clé', 'keyword'], ({ subjects }) => subjects.map(({ text }) => plain(text))],
  'subjects.lang': [['langue d’un mot-clé', 'language of a keyword'], ({ subjects }) => subjects.map(({ text }) => text.lang && `${plainText(text)} ${text.lang}`)],
  'subjects.scheme': [['vocabulaire d’un mot-clé', 'vocabulary of a keyword'], ({ subjects }) => subjects.map(({ text, scheme }) => scheme && `${plainText(text)} ${scheme}`)],
  'subjects.concept': [['concept d’un mot-clé', 'concept of a keyword'], ({ subjects }) => subjects.map(({ text, concept }) => concept && `${plainText(text)} ${concept}`)],
  'subjects.code': [['code d’un mot-clé', 'code of a keyword'], ({ subjects }) => subjects.map(({ text, code }) => code && `${plainText(text)} ${code}`)],
  'access.status': [['accès', 'access'], ({ access }) => given(access?.status)],
  'access.embargoUntil': [['fin de l’embargo', 'end of the embargo'], ({ access }) => given(access?.embargoUntil)],
  licences: [['licence', 'licence'], ({ licences }) => licences.map(({ iri, text }) => iri ?? plain(text))],
  'licences.appliesTo': [['version sous licence', 'version under the licence'], ({ licences }) => licences.map(({ iri, text, appliesTo }) => appliesTo && `${iri ?? plain(text)} ${appliesTo}`)],
  'licences.from': [['début de la licence', 'start of the licence'], ({ licences }) => licences.map(({ iri, text, from }) => from && `${iri ?? plain(text)} ${from}`)],
  'funding.funder': [['financeur', 'funder'], ({ funding }) => funding.map(({ funder }) => funder?.name)],
  'funding.funder.ids': [['identifiant d’un financeur', 'identifier of a funder'], ({ funding }) => funding.flatMap(({ funder }) => (funder?.ids ?? []).map((each) => `${funder?.name}: ${identifier(each)}`))],
  'funding.programme': [['programme', 'programme'], ({ funding }) => funding.map(({ programme }) => programme)],
  'funding.awardNumber': [['numéro de projet', 'award number'], ({ funding }) => funding.map(({ awardNumber }) => awardNumber)],
  'funding.awardIri': [['adresse du projet', 'address of the award'], ({ funding }) => funding.map(({ awardIri }) => awardIri)],
  'funding.title': [['titre du projet', 'title of the award'], ({ funding }) => funding.map(({ title }) => plain(title))],
  'funding.acronym': [['sigle du projet', 'acronym of the award'], ({ funding }) => funding.map(({ acronym }) => acronym)],
  relations: [['relation', 'relation'], ({ relations }) => relations.map(({ type, target }) => `${type} ${target.id ?? target.workId ?? target.citation}`)],
  references: [['référence citée', 'reference'], ({ references }) => references.map(({ id, citation }) => id ?? citation)],
  'references.citation': [['texte d’une référence', 'text of a reference'], ({ references }) => references.map(({ id, citation }) => id && citation)],
  'references.key': [['clé d’une référence', 'key of a reference'], ({ references }) => references.map(({ key }) => key)],
  // Published is what a work is when nobody says otherwise.
  status: [['état', 'status'], ({ status }) => given(status === 'published' ? undefined : status)],
  'review.peerReviewed': [['évaluation par les pairs', 'peer review'], ({ review }) => given(review?.peerReviewed?.toString())],
  'review.audience': [['audience', 'audience'], ({ review }) => given(review?.audience)],
  'review.popularScience': [['vulgarisation', 'popular science'], ({ review }) => given(review?.popularScience?.toString())],
  notes: [['note', 'note'], ({ notes }) => notes.map(plain)],
  'notes.lang': [['langue d’une note', 'language of a note'], ({ notes }) => notes.map(lang)],
  citationText: [['citation telle que trouvée', 'citation as found'], ({ citationText }) => given(plain(citationText))],
  unmapped: [['ce que la source dit de plus', 'what the source says besides'], ({ unmapped }) => unmapped.map(({ path, value }) => `${path} ${JSON.stringify(value)}`)],
} satisfies Readonly<Record<string, readonly [label: readonly [fr: string, en: string], of: Of]>>;

/** The name of a kind of value, such as `contributions.affiliations`. */
export type FieldName = keyof typeof table;

/** Every kind of value, in the order of the model. Where values come from (provenance) is no value. */
export const fields: readonly Field[] = Object.entries(table).map(
  ([name, [[fr, en], of]]): Field => ({
    name: name as FieldName,
    label: { fr, en },
    // Markup is only looked for where there are titles, which every work has.
    part: (name === 'markup' ? 'titles' : name.split('.')[0]) as keyof Work,
    of: (work) => said((of as Of)(work)),
  }),
);

function said(values: readonly (string | undefined)[]): readonly string[] {
  const texts: string[] = [];
  for (const value of values) if (value !== undefined && value !== '') texts.push(value);
  return texts;
}

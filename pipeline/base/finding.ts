import { type Filling, fill, type Words } from './words.ts';

export type Level = 'error' | 'warning' | 'hint';

/** A place in a file; line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** Something that a person should know about the data, and where to mend it. Nothing is repaired in silence. */
export interface Finding {
  readonly level: Level;
  readonly rule: RuleName;
  readonly place: Place;
  /** The field, as in `Assertion.path`. */
  readonly field?: string | undefined;
  /** Local id of the work, once it has one. */
  readonly work?: string | undefined;
  readonly message: Words;
  readonly mend: Words;
  /** Set when `corrections.yaml` has answered it: the finding is kept, and no longer counts. */
  readonly corrected?: boolean | undefined;
}

interface Rule {
  readonly level: Level;
  readonly message: Words;
  readonly mend: Words;
}

const onThePage: Words = {
  fr: 'à la source, ou dans corrections.yaml',
  en: 'at the source, or in corrections.yaml',
};
const inTheRecord: Words = { fr: 'dans la notice', en: 'in the record' };
const inLab: Words = { fr: 'dans lab.yaml', en: 'in lab.yaml' };
const inCorrections: Words = { fr: 'dans corrections.yaml', en: 'in corrections.yaml' };

/** Every rule, by its stable name. `docs/findings.md` is generated from this table. */
export const rules = {
  // reading
  'source-empty': {
    level: 'error',
    message: { fr: 'le fichier est vide', en: 'the file is empty' },
    mend: {
      fr: 'dans le fichier, ou retirer la source de lab.yaml',
      en: 'in the file, or take the source out of lab.yaml',
    },
  },
  'source-without-records': {
    level: 'error',
    message: {
      fr: 'aucune notice reconnue par le lecteur « {reader} »',
      en: 'the reader {reader} recognised no record',
    },
    mend: {
      fr: 'dans le fichier, ou indiquer son format dans lab.yaml',
      en: 'in the file, or give its format in lab.yaml',
    },
  },
  'encoding-inferred': {
    level: 'warning',
    message: {
      fr: 'le fichier n’est pas en UTF-8 : lu comme {encoding}',
      en: 'the file is not UTF-8: read as {encoding}',
    },
    mend: { fr: 'enregistrer le fichier en UTF-8', en: 'save the file as UTF-8' },
  },
  'text-outside-records': {
    level: 'hint',
    message: {
      fr: 'texte qui n’appartient à aucune notice : « {words} »',
      en: 'text that belongs to no record: “{words}”',
    },
    mend: { fr: 'rien à faire si ce n’est pas une notice', en: 'nothing to do unless it is a record' },
  },
  'record-rejected': {
    level: 'error',
    message: { fr: 'notice refusée : {reason}', en: 'record rejected: {reason}' },
    mend: onThePage,
  },
  'words-not-understood': {
    level: 'warning',
    message: {
      fr: 'mots non compris, gardés tels quels : « {words} »',
      en: 'words not understood, kept as they are: “{words}”',
    },
    mend: onThePage,
  },
  'link-without-target': {
    level: 'warning',
    message: {
      fr: '« {words} » annonce un lien dont l’adresse est perdue',
      en: '“{words}” announces a link whose address is lost',
    },
    mend: {
      fr: 'remettre le lien à la source, ou l’ajouter dans corrections.yaml',
      en: 'restore the link at the source, or add it in corrections.yaml',
    },
  },

  // tidying
  'type-unknown': {
    level: 'warning',
    message: {
      fr: 'type « {value} » inconnu, gardé comme « other »',
      en: 'unknown type “{value}”, kept as “other”',
    },
    mend: onThePage,
  },
  'date-not-understood': {
    level: 'warning',
    message: { fr: 'date non comprise : « {value} »', en: 'date not understood: “{value}”' },
    mend: onThePage,
  },
  'date-doubtful': {
    level: 'hint',
    message: {
      fr: 'la date « {value} » est peut-être une année complétée par la source',
      en: 'the date “{value}” may be a year that the source padded',
    },
    mend: onThePage,
  },
  'identifier-invalid': {
    level: 'warning',
    message: {
      fr: '{scheme} « {value} » invalide : gardé comme texte, sans lien',
      en: 'invalid {scheme} “{value}”: kept as text, without a link',
    },
    mend: onThePage,
  },
  'identifier-unknown': {
    level: 'hint',
    message: {
      fr: 'identifiant de schéma inconnu : « {value} »',
      en: 'identifier of unknown scheme: “{value}”',
    },
    mend: onThePage,
  },
  'address-invalid': {
    level: 'warning',
    message: { fr: '« {value} » n’est pas une adresse Web', en: '“{value}” is not a web address' },
    mend: onThePage,
  },
  'language-unknown': {
    level: 'warning',
    message: { fr: 'langue « {value} » inconnue', en: 'unknown language “{value}”' },
    mend: onThePage,
  },
  'licence-unversioned': {
    level: 'hint',
    message: { fr: 'licence sans version : « {value} »', en: 'licence without a version: “{value}”' },
    mend: onThePage,
  },
  'name-kind-unknown': {
    level: 'hint',
    message: {
      fr: 'on ne sait pas si « {value} » est une personne ou une organisation',
      en: 'it is not known whether “{value}” is a person or an organisation',
    },
    mend: { fr: 'dans lab.yaml (people ou organisations)', en: 'in lab.yaml (people or organisations)' },
  },
  'creators-incomplete': {
    level: 'warning',
    message: {
      fr: 'liste d’auteurs incomplète : « {value} »',
      en: 'the list of creators is incomplete: “{value}”',
    },
    mend: onThePage,
  },
  'pages-not-a-range': {
    level: 'hint',
    message: { fr: 'pages « {value} » gardées telles quelles', en: 'pages “{value}” kept as they are' },
    mend: onThePage,
  },
  'control-characters': {
    level: 'hint',
    message: { fr: '{count} caractère(s) de contrôle retiré(s)', en: '{count} control character(s) removed' },
    mend: onThePage,
  },

  // checking
  schema: {
    level: 'error',
    message: { fr: '{path} : {found}', en: '{path}: {found}' },
    mend: inTheRecord,
  },
  'title-missing': {
    level: 'error',
    message: { fr: 'aucun titre', en: 'no title' },
    mend: onThePage,
  },
  'creator-missing': {
    level: 'warning',
    message: { fr: 'aucun auteur', en: 'no creator' },
    mend: onThePage,
  },
  'issued-missing': {
    level: 'warning',
    message: { fr: 'aucune date de publication', en: 'no publication date' },
    mend: onThePage,
  },
  'container-missing': {
    level: 'warning',
    message: { fr: 'aucune revue ni ouvrage', en: 'no journal or book' },
    mend: onThePage,
  },
  'pages-missing': {
    level: 'hint',
    message: { fr: 'ni pages ni numéro d’article', en: 'neither pages nor article number' },
    mend: onThePage,
  },
  'doi-missing': {
    level: 'hint',
    message: { fr: 'aucun DOI', en: 'no DOI' },
    mend: {
      fr: 'le demander à la revue, puis l’ajouter dans corrections.yaml',
      en: 'ask the journal, then add it in corrections.yaml',
    },
  },
  'link-missing': {
    level: 'warning',
    message: { fr: 'aucun lien vers le texte ou sa page', en: 'no link to the text or its page' },
    mend: onThePage,
  },
  'abstract-missing': {
    level: 'hint',
    message: { fr: 'aucun résumé', en: 'no abstract' },
    mend: onThePage,
  },
  'language-missing': {
    level: 'hint',
    message: { fr: 'langue du texte inconnue', en: 'the language of the text is unknown' },
    mend: {
      fr: 'à la source, ou language: dans lab.yaml ; HAL prend une langue inconnue pour de l’anglais',
      en: 'at the source, or language: in lab.yaml; HAL takes an unknown language for English',
    },
  },
  'pages-reversed': {
    level: 'warning',
    message: { fr: 'la page {start} vient après la page {end}', en: 'page {start} comes after page {end}' },
    mend: onThePage,
  },
  'issn-missing': {
    level: 'hint',
    message: { fr: 'la revue « {value} » n’a pas d’ISSN', en: 'the journal “{value}” has no ISSN' },
    mend: { fr: 'dans lab.yaml, sous journals', en: 'in lab.yaml, under journals' },
  },

  // reconciling
  'works-merged': {
    level: 'hint',
    message: { fr: 'même œuvre que {other} : {reason}', en: 'same work as {other}: {reason}' },
    mend: { fr: 'rien à faire si c’est bien la même', en: 'nothing to do if it is the same' },
  },
  'duplicate-possible': {
    level: 'warning',
    message: {
      fr: 'peut-être la même œuvre que {other} : {reason}',
      en: 'perhaps the same work as {other}: {reason}',
    },
    mend: {
      fr: 'donner à l’une l’identifiant de l’autre, ou deux id différents',
      en: 'give one the identifier of the other, or two different ids',
    },
  },
  'sources-disagree': {
    level: 'warning',
    message: {
      fr: '{field} : « {chosen} » retenu, « {other} » dit par {source}',
      en: '{field}: “{chosen}” chosen, “{other}” said by {source}',
    },
    mend: onThePage,
  },
  'correction-applied': {
    level: 'hint',
    message: { fr: '{field} corrigé : {reason}', en: '{field} corrected: {reason}' },
    mend: inCorrections,
  },
  'correction-without-work': {
    level: 'warning',
    message: {
      fr: 'aucune œuvre « {id} » ; la plus proche est « {nearest} »',
      en: 'no work “{id}”; the nearest is “{nearest}”',
    },
    mend: inCorrections,
  },
  'relation-without-target': {
    level: 'warning',
    message: {
      fr: 'la relation {type} vise « {id} », qui n’existe pas',
      en: 'the relation {type} points to “{id}”, which does not exist',
    },
    mend: onThePage,
  },
  'work-deleted': {
    level: 'warning',
    message: {
      fr: 'cette œuvre n’est plus dans aucune source : sa pierre tombale reste',
      en: 'this work is no longer in any source: its tombstone stays',
    },
    mend: { fr: 'à la source, si c’est une erreur', en: 'at the source, if this is a mistake' },
  },
  'lab-unused': {
    level: 'hint',
    message: {
      fr: '« {value} » de lab.yaml ne sert à aucune œuvre',
      en: '“{value}” of lab.yaml is used by no work',
    },
    mend: inLab,
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** Makes a finding of a rule; `values` fill the holes of its sentence. */
export function finding(rule: RuleName, place: Place, values: Filling = {}, field?: string): Finding {
  const { level, message, mend } = rules[rule];
  return { level, rule, place, field, message: fill(message, values), mend };
}

/** A thing with what was found about it so far. */
export interface Reviewed<T> {
  readonly thing: T;
  readonly place: Place;
  readonly findings: readonly Finding[];
}

/** A record that could not be read or is not fit to be published, kept whole for `rejected.ndjson`. */
export interface Rejected {
  readonly place: Place;
  /** Offset of its first byte in the source, uncompressed, where the source was read as a stream. */
  readonly byte?: number | undefined;
  readonly source: string;
  readonly reason: Words;
  readonly text: string;
}

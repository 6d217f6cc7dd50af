import { plainText } from '../base/plain-text.ts';
import type { Subject } from '../base/work.ts';
import { type Statement, say, sayIn } from './dublin-core.ts';

const halDomains = 'https://data.archives-ouvertes.fr/subject';
const classification = /^info:eu-repo\/classification\/[\w.-]+$/;
const dcmi = /^http:\/\/purl\.org\/dc\/terms\/(DDC|LCC|LCSH|MESH|UDC)$/;

/** How a subject is said. */
export type SubjectForm = 'concept' | 'classification' | 'scheme' | 'domain' | 'words';

/**
 * A keyword in its words (L1); a concept without other words by its address; the code of a classification as OpenAIRE 3
 * writes it, a domain as HAL does: `[SHS.SOCIO] Humanities and Social Sciences/Sociology`.
 */
export function subjectForm({ text, scheme, concept, code }: Subject): SubjectForm {
  const words = plainText(text);
  if (concept !== undefined && words === concept) return 'concept';
  if (scheme === halDomains && code !== undefined && words !== code) return 'domain';
  if (code !== words || scheme === undefined) return 'words';
  if (classification.test(scheme)) return 'classification';
  return dcmi.test(scheme) ? 'scheme' : 'words';
}

/** A subject of simple Dublin Core. */
export function simpleSubject(subject: Subject): Statement {
  const { text, scheme = '', code = '' } = subject;
  const form = subjectForm(subject);
  if (form === 'classification') return say('dc:subject', `${scheme}/${code}`);
  if (form === 'scheme')
    return say('dc:subject', `info:eu-repo/classification/${dcmiScheme(scheme)?.toLowerCase()}/${code}`);
  if (form === 'domain')
    return { ...sayIn('dc:subject', text), words: `[${code.toUpperCase()}] ${plainText(text)}` };
  return sayIn('dc:subject', text);
}

/** A subject with the encoding scheme that the DCMI terms have for it. */
export function qualifiedSubject(subject: Subject): Statement {
  const form = subjectForm(subject);
  if (form === 'scheme')
    return { ...say('dc:subject', plainText(subject.text)), scheme: dcmiScheme(subject.scheme ?? '') };
  return form === 'concept' ? { ...simpleSubject(subject), scheme: 'URI' } : simpleSubject(subject);
}

/** The name of a scheme among the DCMI terms: `DDC`. */
export function dcmiScheme(scheme: string): string | undefined {
  return dcmi.exec(scheme)?.[1];
}

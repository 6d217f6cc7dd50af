import { Unreadable } from './reader.ts';

// Limits that no description of a work reaches: what is beyond would only exhaust the machine.

/** Statements about one thing: six times what the longest list of authors that was ever published makes. */
export const mostOfOne = 300_000;

export function tooMuch(subject: string): Unreadable {
  const about = subject.slice(0, 200);
  return new Unreadable({
    fr: `plus de ${mostOfOne} affirmations sur une seule chose : ${about}`,
    en: `more than ${mostOfOne} statements about one thing: ${about}`,
  });
}

/** Characters of a text, or of a line in the syntaxes that have lines. */
export const longestText = 16_000_000;

export const tooLong = new Unreadable({
  fr: `texte de plus de ${longestText / 1_000_000} millions de caractères`,
  en: `text of more than ${longestText / 1_000_000} million characters`,
});

/** The first line that is longer than any record: what it holds would only exhaust the machine. */
export function longLine(text: string): { readonly at: number; readonly number: number } | undefined {
  let number = 1;
  for (let at = 0; at < text.length; number += 1) {
    const end = text.indexOf('\n', at);
    if ((end < 0 ? text.length : end) - at > longestText) return { at, number };
    if (end < 0) return undefined;
    at = end + 1;
  }
  return undefined;
}

const mostItems = 100_000;

/** oxigraph takes ten seconds for a list of names that no work has; a graph itself may be long. */
export function refuseLongLists(text: string): void {
  const outer = text.includes('"@graph"') ? 2 : 1;
  const items: number[] = [];
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) isText = !isText;
    else if (code === 0x5c) at += 1;
    else if (isText) continue;
    else if (code === 0x5b || code === 0x7b) items.push(0);
    else if (code === 0x5d || code === 0x7d) items.pop();
    else if (code === 0x2c && items.length > outer) {
      const count = (items.pop() ?? 0) + 1;
      items.push(count);
      if (count > mostItems) throw longList;
    }
  }
}

const longList = new Unreadable({
  fr: `liste de plus de ${mostItems} éléments`,
  en: `list of more than ${mostItems} items`,
});

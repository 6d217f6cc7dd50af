import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Deposit, isHeld } from '../base/deposits.ts';
import type { Words } from '../base/words.ts';
import { largestPackage, type Package, packageHeaders, packageOf } from '../deposit/index.ts';
import { fileName, type HalNotice } from '../publish/index.ts';
import type { Context } from './context.ts';
import type { HalServer } from './hal-account.ts';

/** What is to be done with one work. */
export type Step =
  | { readonly kind: 'known'; readonly notice: HalNotice; readonly id: string }
  | { readonly kind: 'unchanged'; readonly notice: HalNotice; readonly deposit: Deposit }
  | { readonly kind: 'changed'; readonly notice: HalNotice; readonly deposit: Deposit }
  | { readonly kind: 'missing'; readonly notice: HalNotice; readonly needs: readonly Words[] }
  | { readonly kind: 'new'; readonly notice: HalNotice; readonly sent: Package }
  | {
      readonly kind: 'update';
      readonly notice: HalNotice;
      readonly sent: Package;
      readonly deposit: Deposit;
    };

/** Where and how works go. */
interface Plan {
  readonly data: string;
  readonly server: HalServer;
  readonly update: boolean;
}

/** What is to be done with a work, as far as it can be told without asking HAL. */
export function stepOf(
  notice: HalNotice,
  deposits: readonly Deposit[],
  { data, server, update }: Plan,
): Step {
  const { work, needs, halId } = notice;
  const deposit = deposits.find(
    (each) => each.work === work.id && each.server === server.name && isHeld(each),
  );
  if (deposit === undefined && halId !== undefined) return { kind: 'known', notice, id: halId };
  if (needs.length > 0) return { kind: 'missing', notice, needs: needs.map(sentence) };
  const sent = packaged(notice, data);
  if ('fr' in sent) return { kind: 'missing', notice, needs: [sent] };
  if (deposit === undefined) return { kind: 'new', notice, sent };
  if (deposit.digest === sent.digest) return { kind: 'unchanged', notice, deposit };
  return update ? { kind: 'update', notice, sent, deposit } : { kind: 'changed', notice, deposit };
}

const sentence = ({ words, where }: HalNotice['needs'][number]): Words => ({
  fr: `manque ${words.fr} : ${where.fr}`,
  en: `missing ${words.en}: ${where.en}`,
});

/** The package of a work, or what is wrong with its file. */
function packaged({ file, tei }: HalNotice, data: string): Package | Words {
  if (file === undefined) return packageOf(tei());
  const path = join(data, file.file);
  if (!existsSync(path))
    return {
      fr: `fichier introuvable : ${path} (data/lab.yaml, hal: files)`,
      en: `no such file: ${path} (data/lab.yaml, hal: files)`,
    };
  const sent = packageOf(tei(), { name: fileName(file), bytes: readFileSync(path) });
  if (sent.bytes.length <= largestPackage) return sent;
  return {
    fr: `${path} : trop lourd pour HAL (200 Mio au plus)`,
    en: `${path}: too large for HAL (200 MiB at most)`,
  };
}

/** What would be done, in words. */
export function stepWords(step: Step, { collection }: HalServer): readonly Words[] {
  if (step.kind === 'missing') return step.needs;
  if (step.kind === 'known') return [{ fr: `déjà dans HAL : ${step.id}`, en: `in HAL already: ${step.id}` }];
  if (step.kind === 'unchanged')
    return [
      { fr: `déposée, inchangée : ${step.deposit.id}`, en: `deposited, unchanged: ${step.deposit.id}` },
    ];
  if (step.kind === 'changed')
    return [
      {
        fr: `changée depuis son dépôt (${step.deposit.id}) ; --update l’enverrait`,
        en: `changed since it was deposited (${step.deposit.id}); --update would send it`,
      },
    ];
  const { sent } = step;
  const [method, url] =
    step.kind === 'new' ? ['POST', collection] : ['PUT', new URL(step.deposit.id, collection).href];
  const headers = Object.entries(packageHeaders(sent)).map((each) => `  ${each.join(': ')}`);
  const request = `${method} ${url}, ${sent.bytes.length}`;
  return [
    {
      fr: [`prête : ${request} octets`, ...headers].join('\n'),
      en: [`ready: ${request} bytes`, ...headers].join('\n'),
    },
  ];
}

/** What is to be said of one work, on lines of its own. */
export function say({ out, language }: Context, work: string, ...words: readonly Words[]): void {
  for (const each of words) out.write(`${work}: ${each[language]}\n`);
}

import type { Tombstone } from '../../base/entity.ts';
import type { Language } from '../../base/words.ts';
import type { OutFile } from '../file.ts';
import { apacheConf } from './apache.ts';
import { caddyfile } from './caddy.ts';
import { netlifyHeaders, netlifyRedirects } from './netlify.ts';
import { nginxConf } from './nginx.ts';
import { planOf } from './plan.ts';

/** What a lab's site lies below, in which language, and what is no more of it. */
export interface Served {
  readonly base: string;
  readonly own: Language;
  readonly tombstones: readonly Tombstone[];
}

/** For each server, how it answers as `moisson serve` does: `servers/`, and what Netlify reads in the site itself. */
export function serverFiles({ base, own, tombstones }: Served): readonly OutFile[] {
  const plan = planOf(base, own, tombstones);
  return [
    { path: 'servers/apache.conf', content: apacheConf(plan) },
    { path: 'servers/nginx.conf', content: nginxConf(plan) },
    { path: 'servers/Caddyfile', content: caddyfile(plan) },
    { path: 'site/_headers', content: netlifyHeaders(plan) },
    { path: 'site/_redirects', content: netlifyRedirects(plan) },
  ];
}

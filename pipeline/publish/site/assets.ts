import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../../base/lab.ts';
import { exitCode, UserError } from '../../base/user-error.ts';
import type { OutFile } from '../file.ts';
import { logoFile } from './layout.ts';

const assets = [
  'icon.svg',
  'search.js',
  'embed.js',
  'query.js',
  'query.css',
  'engine/asking.js',
  'engine/completion.js',
  'engine/showing.js',
  'engine/worker.js',
  'engine/oxigraph-licence.txt',
  'engine/shared/arithmetic.js',
  'engine/shared/sparql-query.js',
  'engine/shared/sparql-refusal.js',
  'engine/shared/sparql-results.js',
  'engine/shared/sparql-tokens.js',
  'engine/shared/sparql-values.js',
  'engine/shared/terms.js',
] as const;
const grounds = { light: '#fdfcfa', dark: '#191816' } as const;

/** Style, scripts and pictures of the site, and those of the lab's own. `data`: the folder of `lab.yaml`. */
export function assetFiles({ site }: Lab, data: string): readonly OutFile[] {
  const files: OutFile[] = assets.map((name) => ({ path: name, content: asset(name) }));
  files.push({ path: 'style.css', content: `${asset('style.css')}${colours(site?.colours ?? {})}` });
  if (site?.logo !== undefined)
    files.push({ path: logoFile(site.logo), content: own(data, site.logo, 'logo') });
  if (site?.stylesheet !== undefined) {
    files.push({ path: 'lab.css', content: own(data, site.stylesheet, 'stylesheet') });
  }
  return files;
}

function asset(name: string): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
}

function own(data: string, file: string, key: string): Uint8Array {
  try {
    return readFileSync(join(data, file));
  } catch (error) {
    const found = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UserError(
      {
        fr: `lab.yaml, site.${key} : ${file} ne peut être lu (${found}) ; il est cherché à côté de lab.yaml`,
        en: `lab.yaml, site.${key}: ${file} cannot be read (${found}); it is looked for beside lab.yaml`,
      },
      exitCode.input,
    );
  }
}

/** The lab's colours of links, which must be told from the ground (WCAG 2.2, 1.4.3). */
function colours({ light, dark }: NonNullable<NonNullable<Lab['site']>['colours']>): string {
  const rules = [
    light !== undefined && `:root{--accent:${legible(light, 'light')}}`,
    dark !== undefined && `@media (prefers-color-scheme:dark){:root{--accent:${legible(dark, 'dark')}}}`,
  ].filter((rule) => rule !== false);
  return rules.length === 0 ? '' : `\n/* lab.yaml, site.colours */\n${rules.join('\n')}\n`;
}

function legible(colour: string, ground: keyof typeof grounds): string {
  const ratio = contrast(colour, grounds[ground]);
  if (ratio >= 4.5) return colour;
  const found = ratio.toFixed(1);
  throw new UserError({
    fr: `lab.yaml, site.colours.${ground} : ${colour} ne se lit pas sur le fond ${grounds[ground]} (contraste ${found.replace('.', ',')} ; il faut 4,5)`,
    en: `lab.yaml, site.colours.${ground}: ${colour} cannot be read on the ground ${grounds[ground]} (contrast ${found}; 4.5 is needed)`,
  });
}

/** The contrast ratio of two colours (WCAG 2.2, definition of contrast ratio). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A script of the site that is made from a source of the program; a test fails when the committed one differs. */
export interface SharedScript {
  readonly path: string;
  readonly content: string;
}

const modules = [
  'arithmetic',
  'sparql-query',
  'sparql-refusal',
  'sparql-results',
  'sparql-tokens',
  'sparql-values',
  'terms',
] as const;

/** What the query page does just as the program does: the same modules, without their types. */
export function sharedScripts(): readonly SharedScript[] {
  return modules.map((name) => ({
    path: `pipeline/publish/site/assets/engine/shared/${name}.js`,
    content: `// Made by \`npm run docs\` from pipeline/base/${name}.ts: change that, not this file.\n// @ts-nocheck\n${withoutTypes(name)}`,
  }));
}

function withoutTypes(name: string): string {
  const source = readFileSync(new URL(`../../../pipeline/base/${name}.ts`, import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  return outputText;
}

/**
 * LaTeX of a value that is no prose: an address, an identifier, a file name. Its escapes and braces go; `--`, `~` and
 * quotation marks are its own.
 */
export function verbatimLatex(raw: string): string {
  if (!/[\\{}$]/.test(raw)) return raw;
  return raw
    .replace(/\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}/g, '$1')
    .replace(/\\(?:url|path|nolinkurl)(?=\s*\{)/g, '')
    .replace(/\$\s*\\(?:sim|backslash)\s*\$/g, (math) => (math.includes('sim') ? '~' : ''))
    .replace(
      /\\text(asciitilde|underscore|less|greater)(?:\s*\{\}|\b)/g,
      (_, name: string) => signs[name] ?? '',
    )
    .replace(/\\~(?:\{\})?/g, '~')
    .replace(/\\([^A-Za-z])/g, '$1')
    .replace(/[{}\\]/g, '');
}

const signs: Readonly<Record<string, string>> = { asciitilde: '~', underscore: '_', less: '<', greater: '>' };

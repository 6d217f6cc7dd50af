/**
 * The path of a request below the site's root, decoded, without its first `/`; undefined when it is none that a file of
 * ours can have: an encoded slash, backslash or control character, a broken escape, a dotfile. `pathname`: as the URL
 * parser leaves it, so that `..` is already gone (URL standard, section 4.4); `mount` begins and ends with `/`.
 */
export function safePath(pathname: string, mount: string): string | undefined {
  if (!pathname.startsWith(mount) || /%2f|%5c/i.test(pathname)) return undefined;
  const path = decoded(pathname.slice(mount.length));
  if (path === undefined || /[\u0000-\u001f\u007f\\]/.test(path)) return undefined;
  const parts = path.split('/');
  const isWhole = parts.every((part, index) => part !== '' || index === parts.length - 1);
  return isWhole && !parts.some((part) => part.startsWith('.')) ? path : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { exitCode, UserError } from './user-error.ts';

/** Writes one file so that it is there whole or as it was. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const beside = `${file}.tmp`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw unwritable(file, error);
  }
}

const reasons: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  ENOSPC: { fr: 'le disque est plein', en: 'the disk is full' },
  EDQUOT: { fr: 'le quota de disque est atteint', en: 'the disk quota is reached' },
  EACCES: { fr: 'l’écriture est refusée', en: 'writing is refused' },
  EPERM: { fr: 'l’écriture est refusée', en: 'writing is refused' },
  EROFS: { fr: 'ce disque est en lecture seule', en: 'this disk is read-only' },
  ENOTDIR: { fr: 'ce n’est pas un dossier', en: 'it is not a folder' },
};

/** Why something cannot be written, as a `UserError` where a person can mend it; any other error as it is. */
export function unwritable(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const reason = code === undefined ? undefined : reasons[code];
  if (!reason) return error;
  return new UserError(
    {
      fr: `${path} : ${reason.fr} (${code}) ; ce qui était là est intact`,
      en: `${path}: ${reason.en} (${code}); what was there is untouched`,
    },
    exitCode.input,
  );
}

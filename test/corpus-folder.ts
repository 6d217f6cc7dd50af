import { join } from 'node:path';

/** Records by others, for development only: where they are not at hand, what needs them is skipped. */
export const corpus = process.env.MOISSON_CORPUS ?? join(import.meta.dirname, '../../shared/corpus');

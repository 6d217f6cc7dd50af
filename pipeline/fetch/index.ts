export { type Choice, choiceOf } from './api-choice.ts';
export { harvestApi } from './api-harvest.ts';
export { type Chunk, cell, chunksOf, type Damage, isGzipFile, type Range, utf8 } from './chunks.ts';
export { type Fetched, fetched, largest, readSource, tooLarge } from './file.ts';
export { HarvestFolder } from './harvest-folder.ts';
export type { Harvested, HarvestOptions, Step } from './harvest-run.ts';
export {
  exchange,
  type Failure,
  get,
  insisted,
  type Manner,
  type Message,
  pointsElsewhere,
  type Received,
  retryAfter,
  sentenceIn,
  Unanswered,
} from './http.ts';
export { linesOf, unreadable } from './lines.ts';
export { harvest } from './oai-harvest.ts';
export { readStdin } from './stdin.ts';
export { xmlTaker } from './xml-events.ts';
export { Damaged } from './zip.ts';

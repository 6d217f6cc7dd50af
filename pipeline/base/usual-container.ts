import type { ContainerType, WorkType } from './work.ts';

const containers: ReadonlyMap<string, ContainerType> = new Map<string, ContainerType>(
  Object.entries({
    article: 'journal',
    reviewArticle: 'journal',
    review: 'journal',
    editorial: 'journal',
    dataPaper: 'journal',
    popularArticle: 'magazine',
    newspaperArticle: 'newspaper',
    chapter: 'book',
    proceedingsPaper: 'proceedings',
    poster: 'proceedings',
    blogPost: 'website',
    webArticle: 'website',
  } satisfies Partial<Record<WorkType, ContainerType>>),
);

/** What a work of this type appears in, for formats that do not say; undefined for what stands by itself. */
export function usualContainer(type: string | undefined): ContainerType | undefined {
  return containers.get(type ?? '');
}

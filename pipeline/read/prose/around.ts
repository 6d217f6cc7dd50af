/** What stands around the citation of a notice. */
export interface Around {
  readonly abstracts: readonly { readonly words: string; readonly line: number }[];
  /** The year that a heading gives. */
  readonly year?: string | undefined;
  /** The source of the citation, its first line in the file, and whether columns mean anything in it. */
  readonly source: string;
  readonly line: number;
  readonly hasColumns: boolean;
}

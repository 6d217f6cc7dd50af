declare module 'edtf' {
  /** Throws for a text that is no EDTF date. */
  export default function edtf(text: string): unknown;
}

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A build in a test reads n3, rdflib, oxigraph and the SHACL engine for the first time.
    testTimeout: 30_000,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Left to itself it keeps one core free, which is half of a machine with two.
    maxWorkers: '100%',
    // To load the program anew for each file takes twice as long as to run the tests of most.
    isolate: false,
    // A build in a test reads n3, rdflib, oxigraph and the SHACL engine for the first time, beside other tests.
    testTimeout: 120_000,
  },
});

import { describe, expect, test } from 'vitest';
import { tidyLicence } from '../../pipeline/tidy/licence.ts';

const cc = (path: string) => `https://creativecommons.org/${path}/`;

describe('tidyLicence', () => {
  test.each([
    ['http://creativecommons.org/licenses/by/4.0/', cc('licenses/by/4.0')],
    ['https://creativecommons.org/licenses/by-nc-nd/4.0', cc('licenses/by-nc-nd/4.0')],
    ['http://creativecommons.org/licenses/by-nc/3.0/fr/', cc('licenses/by-nc/3.0/fr')],
    ['https://creativecommons.org/licenses/by/4.0/deed.fr', cc('licenses/by/4.0')],
    ['https://www.creativecommons.org/licenses/by/4.0/legalcode', cc('licenses/by/4.0')],
    ['http://creativecommons.org/publicdomain/zero/1.0/', cc('publicdomain/zero/1.0')],
    ['http://creativecommons.org/publicdomain/mark/1.0/', cc('publicdomain/mark/1.0')],
    ['CC BY 4.0', cc('licenses/by/4.0')],
    ['CC BY-SA 3.0', cc('licenses/by-sa/3.0')],
    ['CC-BY-NC-ND-4.0', cc('licenses/by-nc-nd/4.0')],
    ['CC BY 4.0 International', cc('licenses/by/4.0')],
    ['cc by-nc-sa 3.0 fr', cc('licenses/by-nc-sa/3.0/fr')],
    ['Creative Commons Attribution 4.0 International', cc('licenses/by/4.0')],
    ['CC0', cc('publicdomain/zero/1.0')],
    ['https://spdx.org/licenses/CC-BY-4.0.html', cc('licenses/by/4.0')],
    ['https://spdx.org/licenses/MIT', 'https://spdx.org/licenses/MIT'],
    ['etalab-2.0', 'https://spdx.org/licenses/etalab-2.0'],
    ['Licence Ouverte 2.0', 'https://spdx.org/licenses/etalab-2.0'],
    ['https://www.elsevier.com/tdm/userlicense/1.0/', 'https://www.elsevier.com/tdm/userlicense/1.0/'],
  ])('%s → %s', (words, iri) =>
    expect(tidyLicence({ words })).toEqual({ licence: { iri }, versioned: true }),
  );

  test.each([
    ['http://creativecommons.org/licenses/by-nc-nd/', 'http://creativecommons.org/licenses/by-nc-nd/'],
    ['cc-by', 'http://creativecommons.org/licenses/by/'],
    ['http://hal.archives-ouvertes.fr/licences/etalab/', 'http://hal.archives-ouvertes.fr/licences/etalab/'],
  ])('never gives %s a version', (words, iri) =>
    expect(tidyLicence({ words })).toEqual({ licence: { iri }, versioned: false }),
  );

  test.each(['© 2019 Terminal', 'CC BY 7.0', 'public-domain', 'publisher-specific-oa'])(
    'keeps the words %s',
    (words) =>
      expect(tidyLicence({ words })).toEqual({ licence: { text: { value: words } }, versioned: true }),
  );

  test('keeps its version of the article, its language and its date', () =>
    expect(
      tidyLicence({ words: '© 2019', lang: 'fr', appliesTo: 'accepted', from: '2019-04-02T00:00:00Z' })
        .licence,
    ).toEqual({ text: { value: '© 2019', lang: 'fr' }, appliesTo: 'accepted', from: '2019-04-02' }));
});

import type { RuleName } from '../../../pipeline/read/prose/rules.ts';
import type { Field } from '../../../pipeline/read/prose/tape.ts';

/** A notice, what a rule finds in it, and in which field; `type` is the kind of work. */
export type Case = readonly [line: string, field: Field | 'type', found: string];

/** At least one notice for each rule; the works are invented. */
export const cases: Readonly<
  Record<Exclude<RuleName, 'year-of-heading' | 'title-language'>, readonly Case[]>
> = {
  bullet: [
    ['[12] Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021.', 'mark', '[12]'],
    ['3. Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021.', 'mark', '3.'],
    ['·     Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021.', 'mark', '·'],
  ],
  'names-first': [
    [
      'Camille Perrin et Marc Le Goff, « Habiter la rivière », _Géocarrefour_, 2021.',
      'authors',
      'Camille Perrin et Marc Le Goff',
    ],
    [
      'Perrin, C., & Leroy, M. (2021). Habiter la rivière. _Géocarrefour_, 96(2), 45–67.',
      'authors',
      'Perrin, C., & Leroy, M.',
    ],
    [
      'PERRIN Camille, LE GOFF Marc, « Habiter la rivière », _Géocarrefour_, 2021.',
      'authors',
      'PERRIN Camille, LE GOFF Marc',
    ],
    [
      'Perrin C, Leroy M, et al. Habiter la rivière. Géocarrefour. 2021;96(2):45-67.',
      'authors',
      'Perrin C, Leroy M, et al.',
    ],
    ['Perrin (Camille), « Habiter la rivière », _Géocarrefour_, 2021.', 'authors', 'Perrin (Camille)'],
    [
      'Dupré-Lafont A., van der Berg J. and de la Cruz M. 2017. Rivers in the city. Water Research, 110: 23-45.',
      'authors',
      'Dupré-Lafont A., van der Berg J. and de la Cruz M.',
    ],
    [
      'Rivera, Ana y Puente, Luis (2021): «La pesca en la ciudad», Revista de los Ríos, 30 (2), pp. 1-18.',
      'authors',
      'Rivera, Ana y Puente, Luis',
    ],
    [
      'Rivers, Jerushka O., Johnny Brook, and Rachel Ford. 2022. Fishing in the city. Journal of Rivers, 1–20.',
      'authors',
      'Rivers, Jerushka O., Johnny Brook, and Rachel Ford',
    ],
    [
      'Perrin C, Leroy MA. Cold water and mood. Lancet Water. 2019 Mar;7(3):201–9. PMID: 30000001',
      'authors',
      'Perrin C, Leroy MA',
    ],
    [
      'Perrin, Uzzi 1983. How is the river formed? In M. Leroy (ed.), River Studies, 13-42. London: Rives Press.',
      'authors',
      'Perrin, Uzzi',
    ],
  ],
  'organisation-first': [
    [
      'Ministère des Rivières (1996). Les crues en ville. Une perspective, 108 p.',
      'authors',
      'Ministère des Rivières',
    ],
    [
      'COLLECTIF. La pêche en ville. Revue des rivières, janvier 2011, n°167. p. 34-36',
      'authors',
      'COLLECTIF',
    ],
  ],
  'names-after-title': [
    [
      'Habiter la rivière : usages et conflits. Camille Perrin, Marc Leroy. Géocarrefour, 2021, 96 (2), pp.45-67.',
      'authors',
      'Camille Perrin, Marc Leroy',
    ],
    [
      'Chapitre 4 : Mesurer la crue par, L. Perrin, V. Leroy , M. Blanc',
      'authors',
      'L. Perrin, V. Leroy , M. Blanc',
    ],
    [
      'Habiter la rivière\nCamille Perrin, Marc Leroy\n_Revue des rivières_, 14(2), 2021',
      'authors',
      'Camille Perrin, Marc Leroy',
    ],
  ],
  'editors-first': [
    ['Leroy M. (dir.), Les rivières de France, Lyon, PUL, 2020, 310 p.', 'editors', 'Leroy M.'],
    [
      'LEROY M., BLANC A. (sous la dir.), _Les rivières de France_, Rennes, PUR, 2018, 240 p.',
      'editors',
      'LEROY M., BLANC A.',
    ],
    [
      'Perrin, Rüdiger and Angus M. Leroy, editors. In the Embrace of the River. Walter de Gruyter, 2010.',
      'editors',
      'Perrin, Rüdiger and Angus M. Leroy',
    ],
  ],
  'editors-in': [
    [
      'Camille Perrin, « La pêche », in Marc Leroy et Anne Blanc (dir.), _Les rivières_, Lyon, PUL, 2020, p. 3-12.',
      'editors',
      'Marc Leroy et Anne Blanc',
    ],
    ['Perrin C., "La pêche", In : Leroy M. (Ed.), Les rivières, PUL, 2020, pp 3-12.', 'editors', 'Leroy M.'],
    [
      'Perrin Camille, « La pêche », in : Leroy Marc, Blanc Anne (sous la direction de), _Les rivières_, Rennes, PUR, 2019, pp. 87-104.',
      'editors',
      'Leroy Marc, Blanc Anne',
    ],
  ],
  'editors-before-title': [
    [
      'Camille Perrin, « La pêche », in M. Leroy et A. Blanc, _Les rivières_, PUL, 2020, p. 3-12.',
      'editors',
      'M. Leroy et A. Blanc',
    ],
    [
      'Camille Perrin. La pêche en ville. Anne Blanc; Marc Leroy. _Les rivières_, PUL, pp.3-12, 2020. ⟨hal-03412345⟩',
      'editors',
      'Anne Blanc; Marc Leroy',
    ],
  ],
  'editors-after-title': [
    [
      'Camille Perrin, « La pêche », in _Les rivières_, M. Leroy (éd.), Lyon, PUL, 2020, p. 3-12.',
      'editors',
      'M. Leroy',
    ],
  ],
  'editors-by-words': [
    [
      'Camille Perrin, « La pêche », in _Les rivières_, sous la direction de Marc Leroy, Lyon, PUL, 2020.',
      'editors',
      'Marc Leroy',
    ],
    [
      'Camille Perrin, « La pêche », in _Les rivières_ (dir. Marc Leroy), Lyon, PUL, 2020, p. 3-12.',
      'editors',
      'Marc Leroy',
    ],
  ],
  'supervisors-by-words': [
    [
      'Camille Perrin. **La pêche en ville.** Directeur de thèse : Marc Leroy. Université Lyon 2, 2019.',
      'supervisors',
      'Marc Leroy',
    ],
  ],
  'translators-by-words': [
    [
      'Camille Perrin (trad. Marc Leroy), _Rivers_, Oxford, Oxford University Press, 2019.',
      'translators',
      'Marc Leroy',
    ],
  ],
  'with-by-words': [
    [
      '« Habiter la rivière » (avec Marc Leroy), _Géocarrefour_, n° 96, 2021, p. 45-67.',
      'with',
      'Marc Leroy',
    ],
    [
      '(avec Marc Leroy et Anne Blanc) « Habiter la rivière », _Géocarrefour_, n° 96, 2021, p. 45-67.',
      'with',
      'Marc Leroy et Anne Blanc',
    ],
    [
      'Habiter la rivière (en collaboration avec Marc Leroy), _Géocarrefour_, n° 96, 2021, p. 45-67.',
      'with',
      'Marc Leroy',
    ],
    ['Habiter la rivière, avec Marc Leroy, Éditions du Pont, Toulouse, 2016, 180 p.', 'with', 'Marc Leroy'],
  ],
  'title-quoted': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021.', 'title', 'Habiter la rivière'],
    ['Camille Perrin, “Living with the river”, _Geojournal_, 2021.', 'title', 'Living with the river'],
    [
      'Camille Perrin, "“Rivers”: a forgotten common," _Geojournal_, 2021.',
      'title',
      '“Rivers”: a forgotten common',
    ],
  ],
  'title-bold': [
    [
      'Perrin C., Leroy M. **Habiter la rivière.** Géocarrefour, n° 96, pp. 45-67, 2021',
      'title',
      'Habiter la rivière',
    ],
  ],
  'title-linked': [
    [
      'Perrin C. (2021), [Habiter la rivière en ville](https://example.org/1), _Géocarrefour_, n° 96.',
      'title',
      'Habiter la rivière en ville',
    ],
  ],
  'title-italic': [
    [
      'Camille Perrin, _Les rivières de France_, Presses universitaires de Lyon, 2020.',
      'title',
      'Les rivières de France',
    ],
  ],
  'title-before-in': [
    [
      'Perrin C., 2020. La pêche en ville. In Leroy M. (dir.), Les rivières, PUL, Lyon, 3-12.',
      'title',
      'La pêche en ville',
    ],
  ],
  'title-before-italic': [
    [
      'Perrin, C. (2021). Habiter la rivière : usages. _Géocarrefour_, 96(2), 45–67.',
      'title',
      'Habiter la rivière : usages',
    ],
    [
      "Perrin, C., 2017. 'Cold water and mood', _Water Mind_, vol. 7, no. 3, pp. 201-209.",
      'title',
      'Cold water and mood',
    ],
    [
      'Perrin, C. (dir.) (2020). Habiter la rivière [numéro spécial]. _Géocarrefour_, 33.',
      'title',
      'Habiter la rivière',
    ],
  ],
  'title-before-by': [
    ['Chapitre 2 : Un outil pour mesurer la crue, par C. Perrin', 'title', 'Un outil pour mesurer la crue'],
  ],
  'title-plain': [
    [
      'Perrin C., Leroy M., 2021. Habiter la rivière : usages et conflits. Géocarrefour 96, 45-67.',
      'title',
      'Habiter la rivière : usages et conflits',
    ],
    [
      'Camille Perrin, 2021, Habiter la rivière, Géocarrefour, vol. 96, n° 2, pp. 45-67',
      'title',
      'Habiter la rivière',
    ],
    [
      'Camille Perrin, Les rivières de France, Paris, La Découverte, coll. « Repères », 2020, 128 p.',
      'title',
      'Les rivières de France',
    ],
    ['Perrin, C. (2020). Les rivières de France. Paris : La Découverte.', 'title', 'Les rivières de France'],
    [
      'Camille Perrin, Habiter la rivière. Quelques réflexions sur la crue, Géocarrefour, 46, 2021, 54-67.',
      'title',
      'Habiter la rivière. Quelques réflexions sur la crue',
    ],
    [
      'Perrin, C. (1996). La pêche en ville. Une perspective de développement durable, 1996, 108 p.',
      'title',
      'La pêche en ville. Une perspective de développement durable',
    ],
    [
      'PERRIN Camille, La pêche en ville : dix ans après, Rives-Bleues, Rennes, 1984',
      'title',
      'La pêche en ville : dix ans après',
    ],
    [
      'Lettres et pièces sur les rivières de France. Edited by Marc Leroy. Paris, 1841, 120 p.',
      'title',
      'Lettres et pièces sur les rivières de France',
    ],
    [
      'Camille Perrin, Usages des rivières (Xe siècle), Rivers. A history of water, Berlin, 2004, 36-72.',
      'title',
      'Usages des rivières (Xe siècle)',
    ],
    [
      'Perrin, Camille, Uneasy Rivers: The Great Flood (New York: W.W. Rives & Company, 2019), 256 pp.',
      'title',
      'Uneasy Rivers: The Great Flood',
    ],
    [
      'Les rivières de France, Paris, Gallimard, « Bibliothèque des sciences humaines », 1981 (rééd. 1994).',
      'title',
      'Les rivières de France',
    ],
    [
      'Perrin, Camille. 2019. Uneasy Rivers: The Great Flood. W.W. Norton & Company, 256 p.',
      'title',
      'Uneasy Rivers: The Great Flood',
    ],
    [
      'Camille Perrin, Les rivières de France, préface de Marc Leroy, Rennes, PUR, 2019.',
      'title',
      'Les rivières de France',
    ],
    [
      'L. Perrin, A. Blanc. Fish and people. Journal of Rivers, Elsevier, 2013, 45 (3), pp.12-30. ⟨hal-00812345⟩',
      'title',
      'Fish and people',
    ],
    [
      'Perrin, Marilyn. Discourses of the River: Modernity, Phantasm, Japan. Chicago: University of Chicago Press, 1995.',
      'title',
      'Discourses of the River: Modernity, Phantasm, Japan',
    ],
    [
      'A. Perrin, M. Leroy. Rivers: Principles, Techniques, and Tools. Rives-Bleues, Rennes, 1986.',
      'title',
      'Rivers: Principles, Techniques, and Tools',
    ],
    ['Perrin, Camille. River Narratives. 2 vols. Ottawa: Rives Press, 1987.', 'title', 'River Narratives'],
    [
      'PERRIN C., La file d’attente, Paris, Seuil (coll. « Points »), 2e éd. revue, 2001.',
      'title',
      'La file d’attente',
    ],
  ],
  'title-translated': [
    [
      'Camille Perrin, « Der Fluss » (« Le fleuve »), _Géocarrefour_, 96(2), 2021.',
      'translated',
      'Le fleuve',
    ],
  ],
  'container-italic': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021.', 'container', 'Géocarrefour'],
    [
      'C. Perrin, Compte rendu de Marc Leroy, _Les rivières_ (Seuil, 2021), _Géocarrefour_, vol. 64, n° 1-2, 2022.',
      'container',
      'Géocarrefour',
    ],
    [
      'Perrin, C. (2023). River rooms: A study. _Journal of River Studies, 14_(2), 33–58.',
      'container',
      'Journal of River Studies',
    ],
  ],
  'container-linked': [
    [
      'Camille Perrin, « Habiter la rivière », [Métropolitiques](https://example.org/2), 2021.',
      'container',
      'Métropolitiques',
    ],
  ],
  'container-in': [
    [
      'Camille Perrin, « La pêche », in Marc Leroy (dir.), Les rivières. Une histoire, Lyon, PUL, 2020, p. 3-12.',
      'container',
      'Les rivières. Une histoire',
    ],
    [
      'Perrin, C. (2002) “River fishing” in M. Leroy (ed.) An Anthology of Rivers: The Fishing Years New York: Rives Press.',
      'container',
      'An Anthology of Rivers: The Fishing Years',
    ],
    [
      'Puente, Luis (2018): «La pesca en línea», en Rivera, A. (coord.), Los ríos de hoy, Barcelona, Gedisa, pp. 55-78.',
      'container',
      'Los ríos de hoy',
    ],
    [
      'Perrin, C. 2019. “River fishing.” Chapter in Marc Leroy and Anna Ford, eds. Twenty Rivers: A History. Rives Press.',
      'container',
      'Twenty Rivers: A History',
    ],
  ],
  'container-after-title': [
    [
      'Camille Perrin. Habiter la rivière. Revue des rivières, 2021, 96 (2), pp.45-67. ⟨hal-03412345⟩',
      'container',
      'Revue des rivières',
    ],
    [
      'Camille Perrin, « Habiter la rivière », Revue des rivières, n° 96, 2021.',
      'container',
      'Revue des rivières',
    ],
    [
      'Camille Perrin, « Habiter la rivière », Rives. Eaux, Villes, Mémoire, n° 96, 2021.',
      'container',
      'Rives. Eaux, Villes, Mémoire',
    ],
    [
      'Camille Perrin, « Habiter la rivière », Eaux et crues : villes, villages, n° 96, 2021.',
      'container',
      'Eaux et crues : villes, villages',
    ],
    [
      'Camille Perrin, « Habiter la rivière », Eaux et crues, ONEMA, n° 96, 2021.',
      'container',
      'Eaux et crues',
    ],
    [
      'Camille Perrin, 2021, Habiter la rivière, Travail, genre et sociétés, n° 96, p. 45-67.',
      'container',
      'Travail, genre et sociétés',
    ],
    [
      'C. Perrin, Compte rendu de Marc Leroy, _Les rivières_, Paris, Seuil, 2021, Géocarrefour, vol. 64, n° 1-2, 2022.',
      'container',
      'Géocarrefour',
    ],
    [
      'L. Perrin, A. Blanc. Fish and people. Journal of Rivers, Elsevier, 2013, 45 (3), pp.12-30. ⟨hal-00812345⟩',
      'container',
      'Journal of Rivers',
    ],
  ],
  'number-of-series': [
    ['Camille Perrin, « Pêcher en ville », _Focus Rivières n°51_, 2020.', 'issue', 'n°51'],
    ['Perrin, C. (2023). River rooms: A study. _Journal of River Studies, 14_(2), 33–58.', 'volume', '14'],
  ],
  'series-labelled': [
    [
      'Camille Perrin, Les rivières de France, Paris, La Découverte, coll. « Repères », 2020.',
      'series',
      'Repères',
    ],
  ],
  'publisher-labelled': [
    [
      'Perrin C. **Les rivières de France.** Éditeur : Le Pont, 2020. ISBN 978-2-1234-5680-3',
      'publisher',
      'Le Pont',
    ],
  ],
  'publisher-by-name': [
    [
      'Camille Perrin, _Les rivières_, Rennes, Presses universitaires de Rennes, 2020.',
      'publisher',
      'Presses universitaires de Rennes',
    ],
  ],
  'publisher-after-place': [
    ['Perrin C. (1997). La conservation des digues. Sillery: Septentrion.', 'publisher', 'Septentrion'],
  ],
  'publisher-by-place': [
    ['Camille Perrin, _Les rivières_, Au Fil de Loire, 2020.', 'publisher', 'Au Fil de Loire'],
  ],
  'publisher-before-year': [
    [
      'Camille Perrin. Habiter la rivière. _Géocarrefour_, Association des amis, 2021, Fleuves, 96 (2), pp.45-67.',
      'publisher',
      'Association des amis',
    ],
  ],
  'issue-title-after-year': [
    [
      'Camille Perrin. Habiter la rivière. _Géocarrefour_, Association des amis, 2021, Fleuves, 96 (2), pp.45-67.',
      'issueTitle',
      'Fleuves',
    ],
  ],
  'place-of-publication': [
    ['Camille Perrin, _Les rivières_, Rennes, Presses universitaires de Rennes, 2020.', 'place', 'Rennes'],
  ],
  doi: [
    [
      'Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021. DOI : 10.5555/geo.18234.',
      'doi',
      '10.5555/geo.18234',
    ],
    [
      'Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021 ([lien](https://doi.org/10.5555/geo.18234)).',
      'doi',
      '10.5555/geo.18234',
    ],
  ],
  address: [
    [
      'Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021 [pdf](https://example.org/p.pdf)',
      'link',
      'https://example.org/p.pdf',
    ],
  ],
  'hal-id': [
    ['Camille Perrin. « Habiter la rivière ». _Géocarrefour_, 2021. ⟨hal-03412345⟩', 'hal', 'hal-03412345'],
    [
      'Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021 [en ligne](https://shs.hal.science/halshs-03412345v1).',
      'hal',
      'halshs-03412345',
    ],
  ],
  'arxiv-id': [['Camille Perrin, « Rivers », arXiv preprint arXiv:2202.05682, 2022', 'arxiv', '2202.05682']],
  'discipline-of-thesis': [
    [
      'Camille Perrin. La pêche en ville. Géographie. Université Lyon 2, 2017. Français. ⟨tel-01234567⟩',
      'kind',
      'Géographie',
    ],
  ],
  'language-words': [
    [
      'Camille Perrin. La pêche en ville. Géographie. Université Lyon 2, 2017. Français. ⟨tel-01234567⟩',
      'language',
      'Français',
    ],
  ],
  'thesis-number': [
    [
      'Camille Perrin. La pêche en ville. Géographie. Université Lyon 2, 2017. Français. ⟨NNT : 2017LYO20001⟩. ⟨tel-01234567⟩',
      'nnt',
      '2017LYO20001',
    ],
  ],
  isbn: [
    [
      'Camille Perrin. La pêche. _Les rivières_, Presses universitaires de Lyon, pp.3-12, 2020, 978-2-1234-5680-3.',
      'isbn',
      '978-2-1234-5680-3',
    ],
    ['Perrin C. **Les rivières.** Lyon, PUL, 2020. ISBN 978-2-1234-5680-3', 'isbn', '978-2-1234-5680-3'],
  ],
  issn: [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_ (ISSN 1627-4873), 2021.', 'issn', '1627-4873'],
  ],
  'label-without-address': [
    [
      'Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021 [pdf](papers/riviere.pdf)',
      'access',
      'pdf',
    ],
  ],
  vancouver: [['Perrin C, Leroy M. Habiter la rivière. Géocarrefour. 2021;96(2):45-67.', 'volume', '96']],
  'year-issue': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021/2 (vol. 96), p. 45-67.', 'issue', '2'],
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021/1-2 (n° 36-37), p. 9-28.', 'issue', '1-2'],
  ],
  'pages-labelled': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, n° 96, 2021, pp. 45–67.', 'pages', '45–67'],
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, n° 96, 2021, 45–67 p.', 'pages', '45–67'],
    ['Perrin, Lise (2015): „Flussfischer“. In: _Zeitschrift für Flusskunde_ 12, S. 33–58.', 'pages', '33–58'],
  ],
  'pages-total': [['Camille Perrin, _Les rivières_, Lyon, PUL, 2020, 310 p.', 'total', '310 p.']],
  'volume-labelled': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, t. 96, p. 45-67, 2021.', 'volume', '96'],
  ],
  'issue-labelled': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, n°419–420, 2021.', 'issue', '419–420'],
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, vol. 9, n° 1 & 2, 2021.', 'issue', '1 & 2'],
    ['Puente, Luis: «La pesca», Revista de los Ríos, n.º 12, 2021, pp. 5-9.', 'issue', '12'],
  ],
  'volume-roman': [
    ['« Habiter la rivière », Revue des rivières, XV, 1, 2021, p. 5-27.', 'volume', 'XV'],
    ['Perrin L., « La crue », _Ethnologie fluviale_, XLIX(1) : 101-103, 2019.', 'volume', 'XLIX'],
  ],
  'issue-special': [
    [
      'Camille Perrin, « Habiter la rivière », _Géocarrefour_, hors-série n° 3, 2021.',
      'issue',
      'hors-série n° 3',
    ],
  ],
  'volume-issue': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, 59 (3), 2021, p. 1-9.', 'issue', '3'],
  ],
  'volume-comma': [
    ['Perrin, Camille. “Habiter la rivière.” Revue des rivières. 58, 1 (été 2021).', 'issue', '1'],
  ],
  'volume-slash': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, 22/4, 2021, p. 1-9.', 'volume', '22'],
  ],
  'volume-pages': [['Perrin C. 2017. Rivers in the city. Water Research, 110: 23-45.', 'pages', '23-45']],
  'volume-colon': [['Camille Perrin, « Rivers », _Water Research_, 21:3 (2016), pp. 330–357.', 'issue', '3']],
  'volume-article': [['Camille Perrin. « Rivers ». _Water Research_, 7:19, March 2022', 'article', '19']],
  'volume-year': [['Camille Perrin, « Rivers », _Water Research_, 196 (2022), 229–250.', 'volume', '196']],
  'numbers-by-place': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, 81, 13-28, 2021.', 'issue', '81'],
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, 16-3A, 2021, p. 13-28.', 'issue', '3A'],
  ],
  'date-first': [
    ['2021. Camille Perrin, « Habiter la rivière », _Géocarrefour_, n° 96.', 'date', '2021'],
    ['2021 « Habiter la rivière », Géocarrefour, vol. 14, n°2, p. 33-58', 'date', '2021'],
  ],
  'date-after-names': [
    [
      'Eaux douces de Loire (2003). La pêche en ville et ses usages anciens. Lignes directrices pour les communes, 27 p.',
      'date',
      '2003',
    ],
    ['PERRIN Camille (2021), « Habiter la rivière », Géocarrefour, n° 96, pp. 45-67.', 'date', '2021'],
    ['Perrin, C. (2015, 4 mai). La rivière qui répond. _Le Journal des Rives_.', 'date', '2015, 4 mai'],
  ],
  'date-month': [
    [
      'Camille Perrin, « Pêcher en ville », communication au colloque « Villes », Lyon, 12-14 juin 2019.',
      'date',
      '12-14 juin 2019',
    ],
    ['Camille Perrin, « Rivers », _Water Research_, n° 5, Nov.–Dec. 2015.', 'date', 'Nov.–Dec. 2015'],
    ['Puente, Luis: «La pesca», comunicación, Madrid, 12 de junio de 2019.', 'date', '12 de junio de 2019'],
  ],
  'date-press': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, à paraître.', 'date', 'à paraître'],
  ],
  'date-labelled': [
    ['Perrin C. (dir.), **Les rivières**, Springer, publication date: 2015-11-21', 'date', '2015-11-21'],
  ],
  'date-bracketed': [['Camille Perrin, « Habiter la rivière », _Géocarrefour_ (2021).', 'date', '2021']],
  'date-year': [['Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021.', 'date', '2021']],
  'kind-words': [
    ['Perrin C., La pêche, Thèse de doctorat en sociologie, Université Lyon 2, 2015.', 'type', 'thesis'],
    ['Perrin, C. (2018). Pêcher en ville. Rapport pour la Métropole de Lyon, 84 p.', 'type', 'report'],
    [
      'Camille Perrin, « Pêcher en ville », communication au colloque « Villes », Lyon, juin 2019.',
      'type',
      'talk',
    ],
    [
      '– Leroy M. (2021). Qui répond ? Note de recherche pour le Département des Rives, mai 2021, 42 p.',
      'type',
      'report',
    ],
  ],
  'kind-review': [
    [
      'Camille Perrin, compte rendu de Marc Leroy, Les rivières, Lyon, PUL, 2020, Géocarrefour, 96/2, 2021, p. 145-147.',
      'type',
      'review',
    ],
  ],
  'kind-container': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021.', 'type', 'article'],
    [
      'Perrin C. (2019) River fishing. In: Proceedings of the Conference on Urban Rivers, Lyon, pp. 112-119.',
      'type',
      'proceedingsPaper',
    ],
    ['Camille Perrin, “Rivers”, _Banque de Lyon Working Paper_, 1015 (2025)', 'type', 'workingPaper'],
    [
      'Lise Perrin. Pêcher en ville. Journées d’études Rivières urbaines, May 2011, Tours, France. ⟨hal-00612345⟩',
      'type',
      'talk',
    ],
  ],
  'kind-in': [
    [
      'Camille Perrin, « La pêche », in Marc Leroy (dir.), _Les rivières_, Lyon, PUL, 2020, p. 3-12.',
      'type',
      'chapter',
    ],
  ],
  'kind-edited': [
    ['Leroy M. (dir.), Les rivières de France, Lyon, PUL, 2020, 310 p.', 'type', 'editedBook'],
    [
      'Camille Perrin et Marc Leroy (coord.), « Rivières », _Géocarrefour_, vol. 96, n° 2, 2021.',
      'type',
      'editedBook',
    ],
  ],
  'kind-publisher': [
    ['Camille Perrin, _Les rivières_, Lyon, PUL, 2020.', 'type', 'book'],
    ['Camille Perrin, « La pêche », _Les rivières_, Lyon, PUL, 2020, p. 3-12.', 'type', 'chapter'],
  ],
  'kind-numbers': [
    ['C. Perrin, M. Leroy, **A Multi-Source System for Rivers** 2012, 14 (1), 1177-1183', 'type', 'article'],
  ],
  'kind-identifier': [
    [
      'Camille Perrin. La pêche en ville. Géographie. Université Lyon 2, 2017. Français. ⟨tel-01234567⟩',
      'type',
      'thesis',
    ],
  ],
  'kind-heading': [['Camille Perrin, « Habiter la rivière », 2021.', 'type', 'report']],
  'kind-open': [['« Habiter la rivière », 2021.', 'type', 'other']],
  'access-words': [
    [
      'Camille Perrin, « Habiter la rivière », _Géocarrefour_, 23, 2016, mis en ligne le 12 octobre 2017.',
      'access',
      'mis en ligne le 12 octobre 2017',
    ],
  ],
  'peer-review-words': [
    ['Camille Perrin, « Habiter la rivière », _Géocarrefour_, 2021 [ACL].', 'note', '[ACL]'],
  ],
  'bracketed-remark': [
    [
      'Camille Perrin, « Rivers », _Water_, 13 (2), 2013 (traduction anglaise de « Rivières », Réseaux, 2001).',
      'note',
      '(traduction anglaise de « Rivières », Réseaux, 2001)',
    ],
  ],
  'other-work': [
    [
      'Camille Perrin, « Le public ». À propos de : Marc Leroy, Les rivières, PUL, [La vie des idées](https://example.org/3).',
      'note',
      'À propos de : Marc Leroy, Les rivières, PUL,',
    ],
  ],
  'interview-words': [
    [
      'Perrin C. (2025), « Organiser la crue », propos recueillis par Marc Leroy, _Géocarrefour_, n° 36.',
      'note',
      'Marc Leroy',
    ],
  ],
  'title-review': [
    [
      'C. Perrin, Compte rendu de Marc Leroy, _Les rivières_ (Seuil, 2021), _Géocarrefour_, vol. 64, n° 1-2, 2022.',
      'title',
      'Compte rendu de Marc Leroy, Les rivières',
    ],
  ],
  'imprint-in-brackets': [
    [
      'Perrin, Camille, Uneasy Rivers: The Great Flood (New York: W.W. Rives & Company, 2019), 256 pp.',
      'publisher',
      'W.W. Rives & Company',
    ],
    ['Camille Perrin, _Les rivières_ (Paris, Au Fil de Loire, 2021).', 'publisher', 'Au Fil de Loire'],
  ],
  'series-quoted': [
    [
      'Les rivières de France, Paris, Gallimard, « Bibliothèque des sciences humaines », 1981 (rééd. 1994).',
      'series',
      'Bibliothèque des sciences humaines',
    ],
  ],
  'edition-words': [
    [
      'Les rivières de France, Paris, Gallimard, « Bibliothèque des sciences humaines », 1981 (rééd. 1994).',
      'note',
      '(rééd. 1994)',
    ],
    [
      'PERRIN C., La crue, Paris, Seuil (coll. « Points »), 2e éd. revue, 2001 [1re éd. 1995].',
      'note',
      '2e éd. revue',
    ],
  ],
  'names-as-before': [['———. « La pêche en ville ». _Géocarrefour_, n° 96, 2021.', 'mark', '———.']],
  pubmed: [
    [
      'Perrin C, Leroy MA. Cold water and mood. Lancet Water. 2019 Mar;7(3):201–9. PMID: 30000001',
      'pmid',
      '30000001',
    ],
  ],
  'volume-before': [
    ['Perrin, Camille. « Habiter la rivière ». _Géocarrefour_ 14, no 2 (2021): 33‑58.', 'volume', '14'],
    ['Perrin, Camille. "Habiter la rivière." Géocarrefour 96, no. 2 (2021): 45-67.', 'volume', '96'],
  ],
  'issue-bar': [
    [
      '« Habiter la rivière », _Géocarrefour_ [En ligne], 3 | 2018, mis en ligne le 3 mai 2018.',
      'issue',
      '3',
    ],
  ],
  'issue-bracketed': [
    ['Perrin, C. (2020, juin). Habiter la rivière. _Géocarrefour_, (12), 1-19.', 'issue', '12'],
    ['Perrin, C. (2023). River rooms: A study. _Journal of River Studies, 14_(2), 33–58.', 'issue', '2'],
  ],
  'form-in-brackets': [
    [
      'Perrin, C. (dir.) (2020). Habiter la rivière [numéro spécial]. _Géocarrefour_, 33.',
      'note',
      '[numéro spécial]',
    ],
  ],
  'issue-title-quoted': [
    [
      'Camille Perrin, « La crue », Géocarrefour, dossier « Vivre au bord », n° 33, 2020, p. 1-9.',
      'issueTitle',
      'Vivre au bord',
    ],
  ],
  'kind-newspaper': [
    ['Camille Perrin, « La fin des digues ? », Le Monde, 12 mars 2020.', 'type', 'newspaperArticle'],
  ],
  'title-own-line': [
    [
      'Habiter la rivière\nCamille Perrin, Marc Leroy\n_Géocarrefour_, 14(2), 2021',
      'title',
      'Habiter la rivière',
    ],
    [
      'Camille Perrin, Marc Leroy\nHabiter la rivière\n_Revue des rivières_, 14(2), 2021',
      'title',
      'Habiter la rivière',
    ],
  ],
};

/** Words and names that only publishers bear. */
const publisherWords =
  /(?<![\p{L}])(?:press(?:es)?|éditions?|editions?|éd\.|editore?|editorial|publish(?:ers?|ing)|verlag|puf|pul|pur|pug|pum|l['’]?\s?harmattan|springer|wiley|elsevier|la découverte|la dispute|le seuil|seuil|gallimard|dalloz|routledge|palgrave|sage|de boeck|armand colin|karthala|érès|ens éditions|hermes|hermès|lavoisier|iste|octarès|lgdj|l\.g\.d\.j|economica|dunod|nathan|hachette|fayard|flammarion|albin michel|la documentation française|belin|vrin|cerf|champ vallon|peter lang|brill|de gruyter|franco ?angeli|il mulino|anthem|polity|bloomsbury|edward elgar|emerald|igi global|mcgraw|pearson|cambridge|oxford|mit press|intech|ieee|acm|lextenso|lexisnexis|larcier|bruylant|academia|w\.\s?w\. norton|princeton university|harvard university|random house|blackwell|macmillan|ashgate|berghahn|zed books|gedisa|siglo xxi|suhrkamp|mohr siebeck|raisons d['’]agir|odile jacob|actes sud|calmann-lévy|robert laffont|chronique sociale|elsevier masson)(?![\p{L}])/iu;

const periodicalWords =
  /(?<![\p{L}])(?:journal|revue|review|annales|cahiers|bulletin|transactions|studies|magazine|letters|quarterly|annals|archives|actes de la recherche|rivista|revista|zeitschrift)(?![\p{L}])/iu;

/** Whether words bear one that only journals do: `Revue`, `Cahiers`. */
export const isPeriodical = (words: string) => periodicalWords.test(words);

/** Publishers whose names are also other words: only a part that is nothing else names them. */
// biome-ignore format: a list
const wholeNames: ReadonlySet<string> = new Set(
  [
    'norton', 'verso', 'penguin', 'basic books', 'alianza', 'paidós', 'trotta', 'tecnos', 'ariel', 'icaria', 'laterza', 'carocci',
    'feltrinelli', 'einaudi', 'campus', 'transcript', 'nomos', 'agone', 'textuel', 'autrement', 'minuit', 'payot', 'rivages', 'grasset',
    'stock', 'plon', 'syllepse', 'croquant', 'aube', 'atelier', 'privat', 'champ social', 'esf', 'eyrolles', 'vuibert', 'ellipses',
    'bréal', 'studyrama', 'cavalier bleu', 'métailié', 'anamosa', 'divergences', 'fabrique', 'premier parallèle', 'maspero', 'anthropos',
    'klincksieck', 'aubier', 'denoël', 'desclée de brouwer', 'bayard', 'milan', 'liber', 'boréal', 'écosociété', 'septentrion', 'labor',
  ],
);

const isWholeName = (words: string) =>
  wholeNames.has(
    words
      .toLowerCase()
      .replace(/[.\s]+$/, '')
      .replace(/^(?:les? |la |l['’])/, ''),
  );

export const isPublisher = (words: string) =>
  isWholeName(words) ||
  (publisherWords.test(words) && !periodicalWords.test(words) && words.split(/\s+/).length <= 9);

const institutions =
  /(?<![\p{L}])(?:univ(?:ersi[dt]\p{L}+|\.)?|école|ecole|institut\p{L}*|ehess|ens|cnam|inalco|polytechnique|college|collège|sorbonne|insa|iep|sciences po|ephe|mines|centrale)(?![\p{L}])/iu;

/** Where theses are defended: `Université Rennes 2`, `EHESS`. */
export const isInstitution = (words: string) =>
  institutions.test(words) && !periodicalWords.test(words) && !/^(?:co-?tutelle|codirection)/i.test(words);

// biome-ignore format: a list
const places: ReadonlySet<string> = new Set([
  ...(
    'Paris Lyon Marseille Toulouse Bordeaux Lille Nantes Rennes Strasbourg Grenoble Montpellier Nancy Dijon Besançon Poitiers ' +
    'Tours Aix-en-Provence Saint-Denis Saint-Étienne Arles Caen Rouen Amiens Reims Limoges Clermont-Ferrand Nice Avignon ' +
    'Perpignan Bruxelles Brussels Louvain Louvain-la-Neuve Louvain-La-Neuve Leuven Liège Namur Genève Geneva Lausanne Berne ' +
    'Zürich Montréal Montreal Québec Ottawa Toronto London Londres Oxford Cambridge Manchester Edinburgh Bristol Dublin ' +
    'New-York Boston Chicago Princeton Berkeley Stanford Champaign Amsterdam Leiden Utrecht Berlin Hamburg München Munich ' +
    'Frankfurt Leipzig Köln Cham Heidelberg Wien Vienna Milano Milan Roma Rome Torino Bologna Firenze Madrid Barcelona ' +
    'Barcelone Lisboa Lisbon Lisbonne Porto Dordrecht Hoboken Singapore Tokyo Dakar Tunis Alger Rabat Casablanca Beyrouth ' +
    'France Italie Italy Espagne Spain Suisse Switzerland Belgique Belgium Allemagne Germany Canada USA UK Portugal Maroc ' +
    'Tunisie Sénégal Brésil Brazil Japon Japan Chine China Luxembourg Lens Metz Angers Brest Pau Nîmes Mulhouse Orléans ' +
    'Chambéry Annecy Créteil Nanterre Villeurbanne Aubervilliers Fribourg Neuchâtel Bâle Basel Sherbrooke Saguenay Rimouski ' +
    'Copenhagen Stockholm Oslo Helsinki Warsaw Varsovie Prague Budapest Athens Istanbul Sevilla Séville Valencia Bilbao ' +
    'Granada Salamanca Zaragoza Coimbra Braga Napoli Naples Venezia Venise Padova Palermo Bari Glasgow Leeds Sheffield ' +
    'Cardiff Washington Philadelphia Durham Ithaca Baltimore Bloomington Abingdon Aldershot Farnham Cheltenham Basingstoke ' +
    'Houndmills Hershey Bogotá Sydney Melbourne Kyoto Beijing Pékin Shanghai Hanoï Yaoundé Abidjan Bamako Ouagadougou ' +
    'Antananarivo Sfax Lomé Cotonou Niamey Ireland Irlande Scotland Greece Grèce Poland Pologne Sweden Suède Norway Norvège ' +
    'Denmark Danemark Finland Finlande Austria Autriche Netherlands Pays-Bas Hungary Hongrie Romania Roumanie Turkey Turquie ' +
    'Russia Russie India Inde Mexico Mexique Argentina Argentine Chile Chili Colombia Colombie Australia Australie ' +
    'Royaume-Uni États-Unis Vietnam Cameroun Mali Madagascar Liban Égypte Algérie Israel Israël'
  ).split(' '),
  ...'MA NY NJ CT PA CA IL DC MI MD NC OH TX'.split(' '),
  'New York', 'New Haven', 'Los Angeles', 'San Francisco', 'Chapel Hill', 'Thousand Oaks', 'Le Mans', 'La Rochelle', 'Le Caire', 'Buenos Aires', 'Rio de Janeiro', 'São Paulo', 'New Zealand', 'United Kingdom', 'United States', 'Côte d’Ivoire', 'Burkina Faso', 'The Hague', 'La Haye', 'Villeneuve-d’Ascq',
]);

export const isPlace = (words: string) =>
  places.has(words) ||
  (words.split(/\s?(?:[/,&-]|et|and)\s?/).every((each) => places.has(each)) && words !== '');

/** `Lyon : PUL`, `Paris, Seuil`. */
export const startsWithPlace = (words: string) => isPlace(/^[^,:]+/.exec(words)?.[0]?.trim() ?? '');

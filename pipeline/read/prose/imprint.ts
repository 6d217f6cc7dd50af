import { namesAt } from './people.ts';

const places: ReadonlySet<string> = new Set(
  'Paris Lyon Marseille Toulouse Bordeaux Lille Nantes Rennes Strasbourg Grenoble Montpellier Nancy Dijon Besançon Poitiers Tours Aix-en-Provence Saint-Denis Saint-Étienne Arles Caen Rouen Amiens Reims Limoges Clermont-Ferrand Nice Avignon Perpignan Bruxelles Brussels Louvain Louvain-la-Neuve Louvain-La-Neuve Leuven Liège Namur Genève Geneva Lausanne Berne Zürich Montréal Montreal Québec Ottawa Toronto London Londres Oxford Cambridge Manchester Edinburgh Bristol Dublin New-York Boston Chicago Princeton Berkeley Stanford Champaign Amsterdam Leiden Utrecht Berlin Hamburg München Munich Frankfurt Leipzig Köln Cham Heidelberg Wien Vienna Milano Milan Roma Rome Torino Bologna Firenze Madrid Barcelona Barcelone Lisboa Lisbon Lisbonne Porto Dordrecht Hoboken Singapore Tokyo Dakar Tunis Alger Rabat Casablanca Beyrouth'.split(
    ' ',
  ),
);
export const isPlace = (words: string) =>
  places.has(words) || words === 'New York' || (words.split(/\s?(?:[/,&-]|et|and)\s?/).every((each) => places.has(each) || each === 'New York') && words !== '');

/** `Lyon : PUL`, `Paris, Seuil`. */
export const startsWithPlace = (words: string) => isPlace(/^[^,:]+/.exec(words)?.[0]?.trim() ?? '');

const publisherWords =
  /(?:press(?:es)?(?![\p{L}])|éditions?|editions?|éd\.|editore?|editorial|publish(?:ers?|ing)|verlag|puf(?![\p{L}])|pul(?![\p{L}])|pur(?![\p{L}])|pug(?![\p{L}])|pum(?![\p{L}])|l['’]?\s?harmattan|springer|wiley|elsevier|la découverte|la dispute|le seuil|^seuil|gallimard|dalloz|routledge|palgrave|^sage|de boeck|armand colin|karthala|érès|ens éditions|hermes|hermès|lavoisier|iste|octarès|lgdj|l\.g\.d\.j|economica|dunod|nathan|hachette|fayard|flammarion|albin michel|la documentation française|belin|vrin|cerf|champ vallon|peter lang|brill|de gruyter|franco ?angeli|il mulino|anthem|polity|bloomsbury|edward elgar|emerald|igi global|mcgraw|pearson|cambridge|oxford|mit press|intech|ieee|acm|lextenso|lexisnexis|larcier|bruylant|academia)/iu;

const periodicalWords =
  /(?<![\p{L}])(?:journal|revue|review|annales|cahiers|bulletin|transactions|studies|magazine|letters|quarterly|annals|archives|actes de la recherche|rivista|revista|zeitschrift)(?![\p{L}])/iu;

export const isPublisher = (words: string) =>
  publisherWords.test(words) && !periodicalWords.test(words) && words.split(/\s+/).length <= 9;

/** Whether words begin with what no title does: a place, a publisher, several names. */
export const isImprint = (words: string) =>
  isPublisher(words.split(',')[0] ?? '') || startsWithPlace(words) || (namesAt(words, 0)?.names.length ?? 0) >= 2;

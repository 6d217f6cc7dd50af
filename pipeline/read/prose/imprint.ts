import { namesAt } from './people.ts';
import { isPublisher } from './publishers.ts';

const places: ReadonlySet<string> = new Set(
  'Paris Lyon Marseille Toulouse Bordeaux Lille Nantes Rennes Strasbourg Grenoble Montpellier Nancy Dijon Besançon Poitiers Tours Aix-en-Provence Saint-Denis Saint-Étienne Arles Caen Rouen Amiens Reims Limoges Clermont-Ferrand Nice Avignon Perpignan Bruxelles Brussels Louvain Louvain-la-Neuve Louvain-La-Neuve Leuven Liège Namur Genève Geneva Lausanne Berne Zürich Montréal Montreal Québec Ottawa Toronto London Londres Oxford Cambridge Manchester Edinburgh Bristol Dublin New-York Boston Chicago Princeton Berkeley Stanford Champaign Amsterdam Leiden Utrecht Berlin Hamburg München Munich Frankfurt Leipzig Köln Cham Heidelberg Wien Vienna Milano Milan Roma Rome Torino Bologna Firenze Madrid Barcelona Barcelone Lisboa Lisbon Lisbonne Porto Dordrecht Hoboken Singapore Tokyo Dakar Tunis Alger Rabat Casablanca Beyrouth France Italie Italy Espagne Spain Suisse Switzerland Belgique Belgium Allemagne Germany Canada USA UK Portugal Maroc Tunisie Sénégal Brésil Brazil Japon Japan Chine China Luxembourg'.split(
    ' ',
  ),
);
export const isPlace = (words: string) =>
  places.has(words) || words === 'New York' || (words.split(/\s?(?:[/,&-]|et|and)\s?/).every((each) => places.has(each) || each === 'New York') && words !== '');

/** `Lyon : PUL`, `Paris, Seuil`. */
export const startsWithPlace = (words: string) => isPlace(/^[^,:]+/.exec(words)?.[0]?.trim() ?? '');

/** Whether words begin with what no title does: a place, a publisher, several names. */
export const isImprint = (words: string) =>
  isPublisher(words.split(',')[0] ?? '') || startsWithPlace(words) || (namesAt(words, 0)?.names.length ?? 0) >= 2;

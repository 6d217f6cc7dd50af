/** Words and names that only publishers bear. */
const publisherWords =
  /(?<![\p{L}])(?:press(?:es)?|éditions?|editions?|éd\.|editore?|editorial|publish(?:ers?|ing)|verlag|puf|pul|pur|pug|pum|l['’]?\s?harmattan|springer|wiley|elsevier|la découverte|la dispute|le seuil|seuil|gallimard|dalloz|routledge|palgrave|sage|de boeck|armand colin|karthala|érès|ens éditions|hermes|hermès|lavoisier|iste|octarès|lgdj|l\.g\.d\.j|economica|dunod|nathan|hachette|fayard|flammarion|albin michel|la documentation française|belin|vrin|cerf|champ vallon|peter lang|brill|de gruyter|franco ?angeli|il mulino|anthem|polity|bloomsbury|edward elgar|emerald|igi global|mcgraw|pearson|cambridge|oxford|mit press|intech|ieee|acm|lextenso|lexisnexis|larcier|bruylant|academia)(?![\p{L}])/iu;

const periodicalWords =
  /(?<![\p{L}])(?:journal|revue|review|annales|cahiers|bulletin|transactions|studies|magazine|letters|quarterly|annals|archives|actes de la recherche|rivista|revista|zeitschrift)(?![\p{L}])/iu;

export const isPublisher = (words: string) =>
  publisherWords.test(words) && !periodicalWords.test(words) && words.split(/\s+/).length <= 9;

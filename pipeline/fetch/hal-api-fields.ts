/** Languages in which a text of HAL has a field of its own; a text in another is in the field of all languages. */
const languages = [
  ...['fr', 'en', 'es', 'de', 'it', 'pt', 'nl', 'ca', 'eu', 'oc', 'br', 'co', 'la', 'el', 'ro', 'pl'],
  ...['cs', 'ru', 'uk', 'tr', 'ar', 'he', 'fa', 'zh', 'ja', 'ko', 'vi', 'sv', 'da', 'no', 'fi', 'hu'],
];
const spoken = ['title', 'subTitle', 'abstract', 'keyword'];

/** The dates whose fields keep the precision that the depositor gave. */
const dates = [
  ...['publicationDate', 'producedDate', 'ePublicationDate', 'writingDate', 'defenseDate'],
  ...['submittedDate', 'releasedDate', 'modifiedDate', 'conferenceStartDate', 'conferenceEndDate'],
];

/** What says most of a record, then who made it, what holds it, and where it belongs; HAL gives only what is named. */
export const halFields: readonly string[] = [
  ...['docid', 'halId_s', 'halIdSameAs_s', 'version_i', 'uri_s', 'docType_s', 'docSubType_s', 'submitType_s'],
  ...[
    'label_s',
    'citationRef_s',
    'citationFull_s',
    'language_s',
    'licence_s',
    'openAccess_bool',
    'inPress_bool',
  ],
  ...spoken.map((text) => `${text}_s`),
  ...spoken.flatMap((text) => languages.map((language) => `${language}_${text}_s`)),
  ...dates.map((date) => `${date}_s`),
  ...['authFullName_s', 'authLastName_s', 'authFirstName_s', 'authMiddleName_s', 'authQuality_s'],
  ...[
    'authIdHal_s',
    'authIdHal_i',
    'authORCIDIdExt_s',
    'authOrcidIdExt_s',
    'authIDREFIdExt_s',
    'authIdrefIdExt_s',
  ],
  ...['authISNIIdExt_s', 'authIsniIdExt_s', 'authVIAFIdExt_s', 'authViafIdExt_s', 'authARXIVIdExt_s'],
  ...['authFullNameFormIDPersonIDIDHal_fs', 'authFullNameIdFormPerson_fs', 'authFullNameIdHal_fs'],
  ...['authIdHalFullName_fs', 'authIdFullName_fs', 'authFullNameId_fs'],
  ...['authIdHasPrimaryStructure_fs', 'authIdHasStructure_fs'],
  ...['structId_i', 'structName_s', 'structType_s', 'structCountry_s', 'structValid_s', 'structRorIdExt_s'],
  ...['structIdrefIdExt_s', 'structIsniIdExt_s', 'structRnsrIdExt_s'],
  ...[
    'journalTitle_s',
    'journalTitleAbbr_s',
    'journalIssn_s',
    'journalEissn_s',
    'journalId_i',
    'journalUrl_s',
  ],
  ...['journalPublisher_s', 'bookTitle_s', 'source_s', 'serie_s', 'bookCollection_s', 'isbn_s', 'eisbn_s'],
  ...['scientificEditor_s', 'seriesEditor_s', 'volume_s', 'issue_s', 'page_s', 'number_s', 'publisher_s'],
  ...['publicationLocation_s', 'authorityInstitution_s', 'conferenceTitle_s', 'city_s', 'country_s'],
  ...['collaboration_s', 'director_s', 'committee_s', 'comment_s', 'description_s', 'related_s'],
  ...['doiId_s', 'arxivId_s', 'pubmedId_s', 'pubmedcentralId_s', 'nntId_s', 'swhidId_s', 'wosId_s'],
  ...['localReference_s', 'fileMain_s', 'files_s', 'fileAnnexes_s', 'fileMainAnnex_s', 'linkExtUrl_s'],
  ...['publisherLink_s', 'seeAlso_s', 'softCodeRepository_s'],
  ...['domainAllCode_s', 'domain_s', 'en_domainAllCodeLabel_fs', 'jel_s', 'mesh_s', 'acm_s', 'acm2012_s'],
  ...['classification_s', 'peerReviewing_s', 'audience_s', 'popularLevel_s', 'funding_s'],
  ...['anrProjectReference_s', 'anrProjectAcronym_s', 'anrProjectTitle_s', 'anrProjectCallTitle_s'],
  ...['europeanProjectReference_s', 'europeanProjectAcronym_s', 'europeanProjectTitle_s'],
  ...['europeanProjectFinancing_s'],
];

# An index of words that GraphDB keeps up to date by itself.
PREFIX luc: <http://www.ontotext.com/connectors/lucene#>
PREFIX instance: <http://www.ontotext.com/connectors/lucene/instance#>

INSERT DATA {
  instance:words luc:createConnector '''
{
  "types": [
    "$any"
  ],
  "fields": [
    {
      "fieldName": "title",
      "propertyChain": [
        "http://purl.org/dc/terms/title"
      ]
    },
    {
      "fieldName": "abstract",
      "propertyChain": [
        "http://purl.org/dc/terms/abstract"
      ]
    },
    {
      "fieldName": "name",
      "propertyChain": [
        "http://xmlns.com/foaf/0.1/name"
      ]
    },
    {
      "fieldName": "shortTitle",
      "propertyChain": [
        "http://purl.org/ontology/bibo/shortTitle"
      ]
    }
  ]
}
''' .
}

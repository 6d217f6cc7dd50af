#!/bin/sh
# GraphDB or any RDF4J server: a repository named labacces must exist — SPARQL at its address
# graphdb.sh [address] [words]; with "words" an index of words is made, which only GraphDB has
set -eu
cd "$(dirname "$0")"
repository="${1:-http://localhost:7200}/repositories/labacces"
curl --fail --silent --show-error --request POST --header 'Content-Type: application/n-quads' \
  --data-binary @../labacces.nq "$repository/statements"
[ "${2:-}" != words ] || curl --fail --silent --show-error --request POST \
  --header 'Content-Type: application/sparql-update' --data-binary @graphdb-words.ru "$repository/statements"

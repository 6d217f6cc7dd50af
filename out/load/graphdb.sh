#!/bin/sh
set -eu
cd "$(dirname "$0")"
# GraphDB or any RDF4J server: a repository named labacces must exist — SPARQL at its address
curl --fail --silent --show-error --request POST --header 'Content-Type: application/n-quads' \
  --data-binary @../labacces.nq "${1:-http://localhost:7200}/repositories/labacces/statements"

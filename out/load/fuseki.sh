#!/bin/sh
set -eu
cd "$(dirname "$0")"
# Apache Jena: https://jena.apache.org — SPARQL at http://localhost:3030/labacces/sparql
tdb2.tdbloader --loc "${1:-store}" ../labacces.nt
fuseki-server --localhost --loc "${1:-store}" /labacces

#!/bin/sh
# Apache Jena Fuseki: https://jena.apache.org — SPARQL at http://localhost:3030/labacces/sparql
# FUSEKI_HOME is the folder of its fuseki-server.jar; FUSEKI_CLASSES, a class path, goes before it.
# fuseki.sh [folder of the store] [port]; remove the folder of the store to load the graph anew
set -eu
out="$(cd "$(dirname "$0")/.." && pwd)"
store="${1:-$out/../store/fuseki}"
mkdir -p "$(dirname "$store")"
classes="${FUSEKI_CLASSES:-${FUSEKI_HOME:-.}/fuseki-server.jar}"
mkdir -p "$store"
cp "$out/load/fuseki.ttl" "$store/fuseki.ttl"
cd "$store"
if [ ! -e tdb2 ]; then
  java -cp "$classes" tdb2.tdbloader --loc tdb2 "$out/labacces.nq"
  java -cp "$classes" jena.textindexer --desc=fuseki.ttl
fi
exec java -cp "$classes" org.apache.jena.fuseki.main.cmds.FusekiMainCmd --localhost --port="${2:-3030}" --config=fuseki.ttl

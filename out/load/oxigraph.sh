#!/bin/sh
# Oxigraph: https://github.com/oxigraph/oxigraph — SPARQL at http://localhost:7878/query
# oxigraph.sh [folder of the store] [port]; remove the folder of the store to load the graph anew
set -eu
out="$(cd "$(dirname "$0")/.." && pwd)"
store="${1:-$out/../store/oxigraph}"
mkdir -p "$(dirname "$store")"
[ -e "$store" ] || oxigraph load --location "$store" --file "$out/labacces.nq"
exec oxigraph serve-read-only --location "$store" --bind "localhost:${2:-7878}" --union-default-graph

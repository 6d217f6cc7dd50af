#!/bin/sh
set -eu
cd "$(dirname "$0")"
# Oxigraph: https://github.com/oxigraph/oxigraph — SPARQL at http://localhost:7878/query
oxigraph load --location "${1:-store}" --file ../labacces.nt
oxigraph serve-read-only --location "${1:-store}" --bind localhost:7878

import { describe, expect, test } from 'vitest';
import { pageIn, pageOf } from '../../pipeline/read/html-page.ts';
import { elementsOf, tagsOf, treeOf } from '../../pipeline/read/html-tree.ts';

const title = '<meta name="citation_title" content="A">';
const author = '<meta name="citation_author" content="B">';
const coins = (words: string) => `<span class="Z3988" title="rft.title=${words}"></span>`;

describe('the lines of a page are those that parse5 gives', () => {
  test.each([
    ['a head', `<html>\n<head>\n<title>T</title>\n${title}\n${author}\n</head>`],
    ['line ends of every kind', `<p>\r\n${title}\r${author}\n\r\n${coins('C')}`],
    ['comments and scripts', `<!--\n${title}\n-->\n<script>\n"${title}"\n</script>\n${author}`],
    ['capitals', `<HTML>\n<META name="citation_title" content="A">\n${author}`],
    ['a template', `<template>\n${title}\n</template>\n${author}`],
    ['a noscript', `<noscript>\n${title}\n</noscript>\n${author}`],
    ['cells of a table', `<table>\n<tr><td>\n${coins('A')}</td></tr>\n</table>\n${coins('B')}`],
    ['between cells', `<table>\n<tr><td>\n${coins('A')}</td></tr>\n${coins('B')}</table>\n${coins('C')}`],
    ['crossed markup', `<b><p>\n${coins('A')}</b>\n${coins('B')}</p>\n${coins('C')}`],
    ['a picture', `<svg>\n<title>P</title></svg>\n<title>T</title>\n${coins('A')}`],
    ['a list to choose from', `<select>\n${coins('A')}<option>\n${coins('B')}</select>\n${coins('C')}`],
    ['a quote in a tag', `<p title="\n<meta>\n">\n${title}`],
    ['a tag that does not end', `${title}\n${author}\n<meta name="citation_doi`],
    ['text areas', `<textarea>\n${title}\n</textarea>\n${author}`],
  ])('%s', (_, text) => {
    const places = pageIn(elementsOf(treeOf(tagsOf(text), true)), []);
    expect(pageOf(text)).toEqual(places);
  });
});

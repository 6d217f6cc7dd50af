/** LaTeX accents and the combining character of each. */
// biome-ignore format: a table
export const accents: ReadonlyMap<string, string> = new Map([
  ["'", '\u0301'], ['`', '\u0300'], ['^', '\u0302'], ['"', '\u0308'], ['~', '\u0303'], ['=', '\u0304'], ['.', '\u0307'],
  ['c', '\u0327'], ['v', '\u030c'], ['u', '\u0306'], ['H', '\u030b'], ['k', '\u0328'], ['r', '\u030a'], ['d', '\u0323'],
  ['b', '\u0331'], ['t', '\u0361'],
]);

/** LaTeX letters that no accent makes. */
export const letters: ReadonlyMap<string, string> = read(
  'ss ß SS ẞ ae æ AE Æ oe œ OE Œ o ø O Ø aa å AA Å l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ ier er iere ère ieme e IJ Ĳ ij ĳ',
);

/** Other LaTeX commands that stand for one character or none. */
export const symbols: ReadonlyMap<string, string> = new Map([
  ...read(
    'textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” lq ‘ rq ’ guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › ldots … dots … textellipsis … S § P ¶ copyright © textcopyright © textregistered ® texttrademark ™ pounds £ textsterling £ texteuro € euro € degre ° degres ° textdegree ° textasciitilde ~ textasciicircum ^ textunderscore _ textbar | textless < textgreater > textbackslash \\ slash / textbullet • textmu µ times × pm ± cdot · leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ infty ∞ rightarrow → to → leftarrow ← approx ≈ sim ∼ circ ∘ in ∈ subset ⊂ sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ sqrt √ ell ℓ hbar ℏ div ÷ textquotedbl " quotedblbase „ quotesinglbase ‚ textdollar $ textpercent % textampersand & textexclamdown ¡ textquestiondown ¿ textordfeminine ª textordmasculine º textonehalf ½ textonequarter ¼ textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textdagger † dag † textdaggerdbl ‡ ddag ‡ dagger † textyen ¥ textcent ¢ textsection § textparagraph ¶ textperiodcentered · textnumero № textbraceleft { textbraceright } textasteriskcentered ∗ textasciiacute ´ textasciigrave ` textasciimacron ¯ textasciidieresis ¨ textbrokenbar ¦ textlnot ¬ textcurrency ¤ textminus − lbrace { rbrace } vert | cdots ⋯ prime ′ ll ≪ gg ≫ equiv ≡ propto ∝ perp ⊥ parallel ∥ otimes ⊗ oplus ⊕ bullet • leftrightarrow ↔ Rightarrow ⇒ Leftrightarrow ⇔ mapsto ↦ simeq ≃ cong ≅ subseteq ⊆ supset ⊃ notin ∉ wedge ∧ vee ∨ neg ¬ setminus ∖ mp ∓ lesssim ≲ gtrsim ≳ angle ∠ degree ° AA Å vartheta ϑ varrho ϱ varsigma ς ast ∗ star ⋆ langle ⟨ rangle ⟩ forall ∀ exists ∃ emptyset ∅ cup ∪ cap ∩ mid ∣ alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω',
  ),
  ['og', '«\u00a0'],
  ['fg', '\u00a0»'],
  [',', '\u2009'],
  ['thinspace', '\u2009'],
  [' ', ' '],
  ['\n', ' '],
  ['\\', ' '],
  ['textquotesingle', "'"],
  ['newline', ' '],
  ['par', '\n\n'],
  ['quad', ' '],
  ['qquad', ' '],
  ['enspace', ' '],
  ['nobreakspace', '\u00a0'],
  ['space', ' '],
  ['-', ''],
  ['/', ''],
  ['@', ''],
  ['!', ''],
  [';', ' '],
  [':', ' '],
  ['(', '$'],
  [')', '$'],
  ['[', '$'],
  [']', '$'],
]);

/** A command that says how its argument, or what follows it in its group, is to look. */
export interface Style {
  /** The inline markup that a text may hold (T3). */
  readonly tag?: string | undefined;
  readonly kind?: 'sub' | 'sup' | undefined;
  readonly quotes?: readonly [open: string, close: string] | undefined;
  readonly reach: 'argument' | 'group';
}

/** Commands whose look says something: emphasis, small capitals, indices and exponents, quotations. */
export const styles: ReadonlyMap<string, Style> = new Map([
  ...styled('emph textit textsl mkbibemph mkbibitalic', { tag: 'i', reach: 'argument' }),
  ...styled('em it sl itshape slshape', { tag: 'i', reach: 'group' }),
  ...styled('textbf mkbibbold', { tag: 'b', reach: 'argument' }),
  ...styled('bf bfseries', { tag: 'b', reach: 'group' }),
  ...styled('textsc', { tag: 'span style="font-variant:small-caps"', reach: 'argument' }),
  ...styled('sc scshape', { tag: 'span style="font-variant:small-caps"', reach: 'group' }),
  ...styled('textsuperscript up mkbibsuperscript', { tag: 'sup', kind: 'sup', reach: 'argument' }),
  ...styled('textsubscript mkbibsubscript', { tag: 'sub', kind: 'sub', reach: 'argument' }),
  ...styled('enquote mkbibquote', { quotes: ['“', '”'], reach: 'argument' }),
  ...styled('mkbibparens', { quotes: ['(', ')'], reach: 'argument' }),
  ...styled('mkbibbrackets', { quotes: ['[', ']'], reach: 'argument' }),
]);

/** Commands that only change the look of what follows. */
export const fontCommands: ReadonlySet<string> = new Set(
  'textrm textsf texttt textup textmd textnormal textulc text rm sf tt upshape mathrm mathbf mathit mathbb mathcal mathfrak mathsf mathtt mathnormal mathscr operatorname mbox hbox ensuremath uppercase lowercase MakeUppercase MakeLowercase NoCaseChange protect relax left right displaystyle limits xspace tiny scriptsize footnotesize small normalsize large Large centering noindent underline cite citep citet parencite textcite autocite footcite nocite mkbibacro autocap bibstring'.split(
    ' ',
  ),
);

/** Commands whose first argument is no words of the text: a colour, a length, a key to sort by. */
export const silentArguments: ReadonlySet<string> = new Set(
  'begin end textcolor color foreignlanguage selectlanguage textlang hspace vspace label bibinfo noopsort SortNoop'.split(
    ' ',
  ),
);

/** Commands whose argument is an address or a path. */
export const verbatimArguments: ReadonlySet<string> = new Set(['url', 'path', 'nolinkurl']);

function read(table: string): ReadonlyMap<string, string> {
  const words = table.split(' ');
  return new Map(
    words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : [])),
  );
}

function styled(names: string, style: Style): readonly (readonly [string, Style])[] {
  return names.split(' ').map((name) => [name, style] as const);
}

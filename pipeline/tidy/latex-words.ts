/** LaTeX accents and the combining character of each. */
// biome-ignore format: a table
export const accents: ReadonlyMap<string, string> = new Map([
  ["'", '\u0301'], ['`', '\u0300'], ['^', '\u0302'], ['"', '\u0308'], ['~', '\u0303'], ['=', '\u0304'], ['.', '\u0307'],
  ['c', '\u0327'], ['v', '\u030c'], ['u', '\u0306'], ['H', '\u030b'], ['k', '\u0328'], ['r', '\u030a'], ['d', '\u0323'],
  ['b', '\u0331'], ['t', '\u0361'],
]);

/** LaTeX letters that no accent makes. */
export const letters: ReadonlyMap<string, string> = read(
  'ss ß ae æ AE Æ oe œ OE Œ o ø O Ø aa å AA Å l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ ier er iere ère ieme e',
);

/** Other LaTeX commands that stand for one character or none. */
export const symbols: ReadonlyMap<string, string> = new Map([
  ...read(
    'textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” lq ‘ rq ’ guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › ldots … dots … textellipsis … S § P ¶ copyright © textcopyright © textregistered ® texttrademark ™ pounds £ textsterling £ texteuro € euro € degre ° degres ° textdegree ° textasciitilde ~ textasciicircum ^ textunderscore _ textbar | textless < textgreater > textbackslash \\ slash / textbullet • textmu µ times × pm ± cdot · leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ infty ∞ rightarrow → to → leftarrow ← approx ≈ sim ∼ circ ∘ in ∈ subset ⊂ sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ sqrt √ ell ℓ hbar ℏ div ÷ ast ∗ star ⋆ langle ⟨ rangle ⟩ forall ∀ exists ∃ emptyset ∅ cup ∪ cap ∩ mid ∣ alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω',
  ),
  ['og', '«\u00a0'],
  ['fg', '\u00a0»'],
  [',', '\u2009'],
  ['thinspace', '\u2009'],
  [' ', ' '],
  ['\n', ' '],
  ['\\', ' '],
  ['newline', ' '],
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

/** Commands that only change the look of what follows. */
export const fontCommands: ReadonlySet<string> = new Set(
  'emph textit textbf textsc textrm textsf texttt textsl textup textmd textnormal text em it bf sc rm sf tt sl mathrm mathbf mathit mathbb mathcal mathfrak mathsf mathtt mathnormal operatorname mbox hbox ensuremath mkbibemph mkbibquote mkbibbold uppercase lowercase MakeUppercase MakeLowercase NoCaseChange protect relax left right bibinfo noopsort xspace footnotesize small large href underline'.split(
    ' ',
  ),
);

function read(table: string): ReadonlyMap<string, string> {
  const words = table.split(' ');
  return new Map(
    words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : [])),
  );
}

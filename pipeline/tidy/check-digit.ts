/** Whether 16 characters (digits, perhaps a last X) end in the check digit of ORCID and ISNI (ISO 7064 MOD 11-2). */
export function passesMod11Radix2(digits: string): boolean {
  let total = 0;
  for (let i = 0; i < 15; i += 1) total = (total + Number(digits[i])) * 2;
  return digits.toUpperCase()[15] === keyOf((12 - (total % 11)) % 11);
}

/** Whether digits end in the check digit of ISSN and IdRef: weights down to 2, modulo 11. */
export function passesMod11(digits: string): boolean {
  const { length } = digits;
  let total = 0;
  for (let i = 0; i < length - 1; i += 1) total += Number(digits[i]) * (length - i);
  return digits.toUpperCase()[length - 1] === keyOf((11 - (total % 11)) % 11);
}

/** The check digit of the first twelve digits of an ISBN-13 (weights 1 and 3). */
export function isbn13Key(digits: string): string {
  let total = 0;
  for (let i = 0; i < 12; i += 1) total += Number(digits[i]) * (i % 2 === 0 ? 1 : 3);
  return String((10 - (total % 10)) % 10);
}

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

/** Whether a ROR id ends in its two check digits: 98 − (n · 100 mod 97), n read in Crockford's base 32. */
export function passesRor(id: string): boolean {
  let value = 0;
  for (const character of id.slice(0, 7)) value = value * 32 + crockford.indexOf(character);
  return Number(id.slice(7)) === 98 - ((value * 100) % 97);
}

const noid = '0123456789bcdfghjkmnpqrstvwxz';

/** Whether an ARK name ends in its NOID check character, which the BnF computes without its NAAN. */
export function passesNoid(name: string): boolean {
  let total = 0;
  for (let i = 0; i < name.length - 1; i += 1) total += Math.max(0, noid.indexOf(name[i] ?? '')) * (i + 1);
  return name.at(-1) === noid[total % 29];
}

const keyOf = (remainder: number) => (remainder === 10 ? 'X' : String(remainder));

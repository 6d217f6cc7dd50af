/** A character that XML 1.0 cannot hold, not even escaped (section 2.2, Char); surrogates are lone ones. */
export const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;
export const everyForbidden = new RegExp(forbidden, 'gu');

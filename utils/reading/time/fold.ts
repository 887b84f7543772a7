/**
 * A text in the one form that words of times are looked up in: lower case, western figures, straight apostrophes, no accents on Latin, Greek
 * and Cyrillic letters, no marks of direction.
 */
export function fold(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/[०-९๐-๙۰-۹٠-٩０-９]/g, western)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Arabic, Persian, Hindi, Thai and full-width figures as the ones that numbers are read from. */
function western(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = [0x0660, 0x06f0, 0x0966, 0x0e50, 0xff10].find((first) => code >= first && code <= first + 9) ?? code;
  return String(code - zero);
}

/** A number of at most two digits as dates write it: 7 → 07. */
export function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Marks without a width that turn the direction of what follows, or join nothing: they come along from a copied address. */
const invisible = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** What a person typed or pasted into a field of one line, on one line: a break becomes a space, marks of direction go. */
export function oneLine(text: string): string {
  return text.replace(breaks, ' ').replace(invisible, '').trim();
}

/** The same of a field of several lines, which keeps its breaks, all of one kind. */
export function severalLines(text: string): string {
  return text
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
    .map((line) => line.replace(/\t/g, ' ').replace(invisible, ''))
    .join('\n')
    .trim();
}

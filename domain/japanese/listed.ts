/** Words with spaces or line breaks between them as a list. */
export const listed = (words: string): readonly string[] => words.trim().split(/\s+/);

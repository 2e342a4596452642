type Listener = (sentence: string) => void;

let listener: Listener | null = null;

/** Lets a screen reader say a sentence: a page turn, a search's count. */
export function announce(sentence: string): void {
  listener?.(sentence);
}

export function onAnnounce(next: Listener | null): void {
  listener = next;
}

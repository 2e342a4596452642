/** A person asks for the field that finds places and words; the shell opens it. */
export class FindAsked extends Event {
  constructor() {
    super('find-asked', { bubbles: true, composed: true });
  }
}

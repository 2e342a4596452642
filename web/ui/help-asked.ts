/** A person asks how the portal is used, or how it is to look; the shell opens it. */
export class HelpAsked extends Event {
  constructor() {
    super('help-asked', { bubbles: true, composed: true });
  }
}

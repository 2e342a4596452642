declare global {
  /**
   * What each event of the portal's elements carries as its detail, by its name; null: nothing. An element adds its own beside its
   * class; a name means one thing in the whole portal.
   */
  interface PortalEvents {
    /** A person asks for the field that finds places and words; the shell opens it. */
    'find-asked': null;
    /** A person asks how the portal is used, or how it is to look; the shell opens it. */
    'help-asked': null;
  }
}

export type Name = keyof PortalEvents;
/** An event that carries nothing: its name says all. */
export type Wish = { [N in Name]: PortalEvents[N] extends null ? N : never }[Name];

/** As a listener gets it. */
export type Fired<N extends Name> = CustomEvent<PortalEvents[N]>;

export type Carried<N extends Name> = PortalEvents[N] extends null ? [] : [detail: PortalEvents[N]];

/** Fires an event to all that hold the element, through their shadow roots: nobody in between has to pass it on. */
export function fire<N extends Name>(element: EventTarget | null, name: N, ...[detail]: Carried<N>): void {
  element?.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

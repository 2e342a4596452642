/** Milliseconds since the navigation began, redirects included, to the end of the frame in which it is painted; null until then. */
export interface FirstView {
  meeting: number | null;
  page: number | null;
}

declare global {
  interface Window {
    firstView: FirstView;
  }
}

/**
 * Runs in the page before anything of it: looks frame by frame for the meeting's card of this document, taps it in that very
 * frame, and then for the legible picture of its first page, the quick or the large one. Without the driver's own delay.
 */
export function installFirstView(documentId: number): void {
  const view: FirstView = { meeting: null, page: null };
  window.firstView = view;
  const within = (...names: string[]) =>
    names.reduce<Document | ShadowRoot | null | undefined>(
      (root, name) => root?.querySelector(name)?.shadowRoot,
      document,
    );
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  const findCard = () => {
    const cards = within('kurabe-app', 'meeting-page')?.querySelectorAll('document-card') ?? [];
    const links = [...cards].map((card) =>
      card.shadowRoot?.querySelector<HTMLAnchorElement>(`a[href="/documents/${documentId}"]`),
    );
    return links.find((link) => link?.checkVisibility());
  };
  let tapped = false;
  const look = () => {
    const card = tapped ? undefined : findCard();
    if (card) {
      tapped = true;
      afterPaint(() => {
        view.meeting = performance.now();
        card.click();
      });
    }
    const picture = within(
      'kurabe-app',
      'reader-page',
      'reader-stage',
      'ui-page-view',
    )?.querySelector<HTMLImageElement>('.picture img');
    if (!picture?.complete || !/\/pages\/1\/picture\/(?:large|quick)/.test(picture.src)) requestAnimationFrame(look);
    else
      void picture.decode().then(() =>
        afterPaint(() => {
          view.page = performance.now();
        }),
      );
  };
  requestAnimationFrame(look);
}

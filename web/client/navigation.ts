type Listener = () => void;

const listeners = new Set<Listener>();

/** Goes to a screen of this portal without loading the page anew. `replace` leaves no step in the history. */
export function navigate(path: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  for (const listener of listeners) listener();
}

/** Notes where one is (the page of a document) in the address; draws nothing anew. */
export function noteAddress(path: string): void {
  history.replaceState(null, '', path);
}

/** Tells the router of every move; returns what stops it. */
export function onNavigate(listener: Listener): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** The window's title: 資料１｜くらべ. */
export function setTitle(title: string): void {
  document.title = title === '' ? 'くらべ' : `${title}｜くらべ`;
}

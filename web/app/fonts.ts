/** Asks for the portal's font once the first screen has had the line to itself; the system's font stands in until then. */
export function loadFontsLater(): void {
  const load = () =>
    setTimeout(() => {
      void import('@fontsource/biz-udgothic/400.css');
      void import('@fontsource/biz-udgothic/700.css');
      // 𠮷 and other characters of names that the first font lacks
      void import('@fontsource/noto-sans-jp/400.css');
    }, 1500);
  if (document.readyState === 'complete') load();
  else window.addEventListener('load', load, { once: true });
}

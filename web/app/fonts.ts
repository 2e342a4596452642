/**
 * Every phone, tablet and PC that speaks Japanese brings its own fonts, and Windows the portal's own. Only a device without
 * any is given the web's, in one weight: the slices of a screen are half a megabyte, and each lays the page out anew.
 */
export function loadMissingFonts(): void {
  const load = () =>
    // once the first screen has had the line and the processor to itself
    setTimeout(() => {
      if (drawsJapanese()) return;
      // the second for 𠮷 and other characters of names that the first lacks; where the line broke, the next visit asks again
      for (const font of [import('@fontsource/biz-udgothic/400.css'), import('@fontsource/noto-sans-jp/400.css')])
        font.catch(() => {});
    }, 1500);
  if (document.readyState === 'complete') load();
  else window.addEventListener('load', load, { once: true });
}

/** Without a font two different characters are the same box. */
function drawsJapanese(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 32;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return true;
  const [one, other] = ['議', '一'].map((character) => {
    context.clearRect(0, 0, 32, 32);
    context.font = '24px sans-serif';
    context.fillText(character, 2, 26);
    return context.getImageData(0, 0, 32, 32).data.join();
  });
  return one !== other;
}

import qrcode from 'qrcode';

const QUIET_ZONE = 4;

/**
 * The QR code of a text as an SVG picture, its quiet zone of four modules included. Error correction M; upper-case
 * text of digits, letters and `$%*+-./:` takes the alphanumeric mode, which keeps the modules large.
 */
export function qrCodeSvg(text: string): string {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * QUIET_ZONE;
  const path: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      let width = 0;
      while (x + width < modules.size && modules.get(y, x + width)) width += 1;
      if (width > 0) path.push(`M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${width}v1h-${width}z`);
      x += width;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path.join('')}"/></svg>`;
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const DOTS_PER_INCH = 150;
const MILLIMETRES_PER_DOT = 25.4 / DOTS_PER_INCH;
const BGRA = 4;

/** A QR code as found on a drawn page; top and bottom in millimetres from the upper edge, without the quiet zone. */
interface FoundCode {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
}

const packageFile = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(name)));
let loading: Promise<WrappedPdfiumModule> | undefined;

async function loadPdfium(): Promise<WrappedPdfiumModule> {
  const module = await init({ wasmBinary: new Uint8Array(packageFile('@embedpdf/pdfium/pdfium.wasm')).buffer });
  module.PDFiumExt_Init();
  prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(packageFile('zxing-wasm/reader/zxing_reader.wasm')).buffer },
  });
  return module;
}

/** What a picture of a QR code (SVG) says. */
export async function qrText(svg: string): Promise<string | undefined> {
  loading ??= loadPdfium();
  await loading;
  const { data, info } = await sharp(Buffer.from(svg))
    .resize(400)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const image = { data: new Uint8ClampedArray(data), width: info.width, height: info.height } as ImageData;
  const [found] = await readBarcodes(image, { formats: ['QRCode'] });
  return found?.text;
}

/** Opens a PDF with PDFium for looking at it, and closes it again. */
export async function withPdf<T>(pdf: Uint8Array, look: (pages: DrawnPdf) => Promise<T>): Promise<T> {
  loading ??= loadPdfium();
  const module = await loading;
  const memory = module.pdfium.wasmExports.malloc(pdf.length);
  module.pdfium.HEAPU8.set(pdf, memory);
  const document = module.FPDF_LoadMemDocument(memory, pdf.length, '');
  try {
    return await look(new DrawnPdf(module, document));
  } finally {
    module.FPDF_CloseDocument(document);
    module.pdfium.wasmExports.free(memory);
  }
}

export class DrawnPdf {
  readonly #module: WrappedPdfiumModule;
  readonly #document: number;

  constructor(module: WrappedPdfiumModule, document: number) {
    this.#module = module;
    this.#document = document;
  }

  get pageCount(): number {
    return this.#module.FPDF_GetPageCount(this.#document);
  }

  /** The text of a page (from 0) as PDFium extracts it. */
  text(index: number): string {
    const { FPDFText_LoadPage, FPDFText_CountChars, FPDFText_GetText, FPDFText_ClosePage, pdfium } = this.#module;
    return this.#withPage(index, (page) => {
      const text = FPDFText_LoadPage(page);
      const count = FPDFText_CountChars(text);
      const buffer = pdfium.wasmExports.malloc(4 * count + 2);
      FPDFText_GetText(text, 0, 2 * count, buffer);
      const result = pdfium.UTF16ToString(buffer);
      pdfium.wasmExports.free(buffer);
      FPDFText_ClosePage(text);
      return result;
    });
  }

  /** The size in points of the smallest character of a page (from 0). */
  smallestType(index: number): number {
    const { FPDFText_LoadPage, FPDFText_CountChars, FPDFText_GetFontSize, FPDFText_ClosePage } = this.#module;
    return this.#withPage(index, (page) => {
      const text = FPDFText_LoadPage(page);
      const sizes = Array.from({ length: FPDFText_CountChars(text) }, (_, at) => FPDFText_GetFontSize(text, at));
      FPDFText_ClosePage(text);
      return Math.min(...sizes.filter((size) => size > 1));
    });
  }

  /** The QR codes on a page (from 0) drawn at 150 dots an inch. */
  async codes(index: number): Promise<FoundCode[]> {
    const found = await readBarcodes(this.#draw(index), { formats: ['QRCode'], tryHarder: true });
    return found.map(({ text, position }) => ({
      text,
      top: Math.min(position.topLeft.y, position.topRight.y) * MILLIMETRES_PER_DOT,
      bottom: Math.max(position.bottomLeft.y, position.bottomRight.y) * MILLIMETRES_PER_DOT,
    }));
  }

  /** Red, green and blue of a page (from 0) at a place in millimetres from its upper left corner. */
  colourAt(index: number, x: number, y: number): number[] {
    const { data, width } = this.#draw(index);
    const at = BGRA * (Math.round(y / MILLIMETRES_PER_DOT) * width + Math.round(x / MILLIMETRES_PER_DOT));
    return [data[at + 2]!, data[at + 1]!, data[at]!];
  }

  #draw(index: number): ImageData {
    const module = this.#module;
    return this.#withPage(index, (page) => {
      const width = Math.round((module.FPDF_GetPageWidthF(page) / 72) * DOTS_PER_INCH);
      const height = Math.round((module.FPDF_GetPageHeightF(page) / 72) * DOTS_PER_INCH);
      const bitmap = module.FPDFBitmap_Create(width, height, 0);
      module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      module.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
      const start = module.FPDFBitmap_GetBuffer(bitmap);
      const data = new Uint8ClampedArray(module.pdfium.HEAPU8.slice(start, start + BGRA * width * height));
      module.FPDFBitmap_Destroy(bitmap);
      return { data, width, height, colorSpace: 'srgb', pixelFormat: 'rgba-unorm8' } as ImageData;
    });
  }

  #withPage<T>(index: number, look: (page: number) => T): T {
    const page = this.#module.FPDF_LoadPage(this.#document, index);
    try {
      return look(page);
    } finally {
      this.#module.FPDF_ClosePage(page);
    }
  }
}

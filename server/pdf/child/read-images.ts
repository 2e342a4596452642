import { type Pdfium, withMemory } from './pdfium.ts';
import { objectTypes } from './visit-objects.ts';

/** What images of one bit a pixel are compressed with. */
const bitonalFilters = new Set(['CCITTFaxDecode', 'CCF', 'JBIG2Decode']);
const longestName = 32;
/** FPDF_COLORSPACE_UNKNOWN, which is that of a stencil, and _DEVICEGRAY of fpdf_edit.h. */
const [unknown, deviceGray] = [0, 1];
/** Bytes of FPDF_IMAGEOBJ_METADATA, and where it names the colour space. */
const [metadataLength, colorSpaceAt] = [28, 20];

/** Whether an object of a loaded page is an image of one bit a pixel, or text, and shows neither colours nor greys. */
export function isBlackOnWhite(pdfium: Pdfium, page: number, object: number, type: number): boolean {
  if (type === objectTypes.text) return isBlack(pdfium, object, 'Fill') && isBlack(pdfium, object, 'Stroke');
  if (type !== objectTypes.image || !isBitonal(pdfium, object)) return false;
  const space = withMemory(pdfium, metadataLength, (metadata) => {
    const isKnown = pdfium.call.FPDFImageObj_GetImageMetadata(object, page, metadata) !== 0;
    return isKnown ? pdfium.view().getInt32(metadata + colorSpaceAt, true) : null;
  });
  return space === deviceGray || (space === unknown && isBlack(pdfium, object, 'Fill'));
}

function isBitonal(pdfium: Pdfium, image: number): boolean {
  const { call } = pdfium;
  const last = call.FPDFImageObj_GetImageFilterCount(image) - 1;
  if (last < 0) return false;
  return withMemory(pdfium, longestName, (name) => {
    const length = call.FPDFImageObj_GetImageFilter(image, last, name, longestName);
    if (length === 0 || length > longestName) return false;
    return bitonalFilters.has(Buffer.from(pdfium.bytes().subarray(name, name + length - 1)).toString('latin1'));
  });
}

function isBlack({ call, scratch, bytes }: Pdfium, object: number, use: 'Fill' | 'Stroke'): boolean {
  if (call[`FPDFPageObj_Get${use}Color`](object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return false;
  return [0, 4, 8].every((offset) => bytes()[scratch + offset] === 0);
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { init } from '@embedpdf/pdfium';
import { capWasmMemory } from './wasm-memory.ts';

/** The exports of PDFium's WebAssembly that are called here; pointers and handles are numbers, booleans are 0 or 1. */
type FunctionName =
  | 'malloc'
  | 'free'
  | `FPDF_${'LoadCustomDocument' | 'CloseDocument' | 'GetLastError' | 'GetPageCount' | 'LoadPage' | 'ClosePage' | 'SetSystemFontInfo'}`
  | `FPDF_${'GetPageWidthF' | 'GetPageHeightF' | 'GetPageBoundingBox' | 'GetMetaText' | 'RenderPageBitmap' | 'GetPageSizeByIndexF'}`
  | `FPDFPage_${'GetRotation' | 'CountObjects' | 'GetObject'}`
  | `FPDFPage_${'GetAnnotCount' | 'GetAnnot' | 'CloseAnnot' | 'Flatten'}`
  | `FORM_${'OnAfterLoadPage' | 'OnBeforeClosePage'}`
  | `FPDF_${'FFLDraw' | 'GetFormType'}`
  | `PDFiumExt_${'OpenFormFillInfo' | 'CloseFormFillInfo' | 'InitFormFillEnvironment' | 'ExitFormFillEnvironment'}`
  | 'FPDFAnnot_GetSubtype'
  | `FPDFBitmap_${'CreateEx' | 'FillRect' | 'Destroy' | 'GetBuffer' | 'GetStride'}`
  | `FPDFText_${'LoadPage' | 'ClosePage' | 'CountChars' | 'GetUnicode' | 'IsGenerated' | 'GetLooseCharBox'}`
  | `FPDFText_${'GetCharBox' | 'GetMatrix' | 'GetFontSize' | 'GetCharOrigin'}`
  | `FPDFPageObj_${'GetType' | 'GetMatrix' | 'GetBounds' | 'GetStrokeColor' | 'GetFillColor'}`
  | `FPDFPageObj_${'CountMarks' | 'GetMark'}`
  | 'FPDFPageObjMark_GetParamBlobValue'
  | `FPDFImageObj_${'GetImageFilterCount' | 'GetImageFilter' | 'GetImageMetadata'}`
  | `FPDFFormObj_${'CountObjects' | 'GetObject'}`
  | `FPDFPath_${'CountSegments' | 'GetPathSegment' | 'GetDrawMode'}`
  | `FPDFPathSegment_${'GetType' | 'GetPoint' | 'GetClose'}`
  | `FPDFBookmark_${'GetFirstChild' | 'GetNextSibling' | 'GetTitle' | 'GetDest' | 'GetAction'}`
  | `FPDFAction_${'GetType' | 'GetDest'}`
  | 'FPDFDest_GetDestPageIndex'
  | `FPDF_${'CreateNewDocument' | 'LoadMemDocument' | 'ImportPagesByIndex'}`
  | 'FPDFPage_New'
  | `FPDF_${'NewXObjectFromPage' | 'NewFormObjectFromXObject' | 'CloseXObject'}`
  | `FPDFPage_${'InsertObject' | 'GenerateContent'}`
  | 'FPDFPageObj_SetMatrix'
  | `PDFiumExt_${'OpenFileWriter' | 'SaveAsCopy' | 'GetFileWriterSize' | 'GetFileWriterData'}`;

export interface Pdfium {
  readonly call: Readonly<Record<FunctionName, (...values: number[]) => number>>;
  /** The memory of the moment: a view must not be kept across a call, which may grow the memory. */
  readonly bytes: () => Uint8Array;
  readonly view: () => DataView;
  /** Makes a JavaScript function callable from PDFium; one signature letter for the result, then one a parameter. */
  readonly addFunction: (body: (...values: number[]) => number | undefined, signature: string) => number;
  /** 64 bytes for results that PDFium writes to a pointer. */
  readonly scratch: number;
}

/** Loads PDFium; its memory can never exceed the given size. */
export async function loadPdfium(memoryMebibytes: number): Promise<Pdfium> {
  const binary = new Uint8Array(await readFile(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))));
  capWasmMemory(binary, memoryMebibytes);
  const silent = () => {};
  const library = await init({ wasmBinary: binary.buffer, print: silent, printErr: silent });
  library.PDFiumExt_Init();

  const { pdfium } = library;
  // Past the wrappers of the debug build, which cost more than the calls themselves.
  const call = pdfium.wasmExports as unknown as Pdfium['call'];
  const { memory } = pdfium.wasmExports as unknown as { memory: WebAssembly.Memory };
  let bytes = new Uint8Array(memory.buffer);
  let view = new DataView(memory.buffer);
  return {
    call,
    bytes: () => {
      if (bytes.buffer !== memory.buffer) bytes = new Uint8Array(memory.buffer);
      return bytes;
    },
    view: () => {
      if (view.buffer !== memory.buffer) view = new DataView(memory.buffer);
      return view;
    },
    addFunction: (body, signature) => pdfium.addFunction(body, signature),
    scratch: call.malloc(64),
  };
}

/** Runs the body with memory of the given size, holding the given bytes, and frees it afterwards. */
export function withMemory<T>(pdfium: Pdfium, content: number | Uint8Array, body: (pointer: number) => T): T {
  const pointer = pdfium.call.malloc(typeof content === 'number' ? content : content.length);
  if (pointer === 0) throw new RangeError('out of memory');
  try {
    if (typeof content !== 'number') pdfium.bytes().set(content, pointer);
    return body(pointer);
  } finally {
    pdfium.call.free(pointer);
  }
}

/** Reads a UTF-16 text from one of PDFium's "buffer and length in bytes" functions; empty where there is none. */
export function readUtf16(pdfium: Pdfium, read: (buffer: number, length: number) => number): string {
  const length = read(0, 0);
  if (length <= 2 || length > 65_536) return '';
  return withMemory(pdfium, length, (buffer) => {
    read(buffer, length);
    return Buffer.from(pdfium.bytes().subarray(buffer, buffer + length - 2)).toString('utf16le');
  });
}

// The printing child: Typst works synchronously and keeps its memory, so it lives in a process that ends.
import {
  NodeCompiler,
  type NodeTypstCompileResult,
  type NodeTypstDocument,
} from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FOLDERS } from './fonts.ts';
import type { TypstAnswer, TypstJob } from './typst-job.ts';

function compile(compiler: NodeCompiler, job: TypstJob): TypstAnswer {
  const compiled = compiler.compile({ mainFilePath: job.main, inputs: { data: job.data } });
  const document = compiled.result;
  if (!document) return { failure: describe(compiled) };
  const queried = (job.queries ?? []).map((selector) => compiler.query(document, { selector, field: 'value' }));
  return { file: write(compiler, document, job), queried, pages: document.numOfPages };
}

function write(compiler: NodeCompiler, document: NodeTypstDocument, { form, timestamp }: TypstJob): Buffer {
  if (form === 'svg') return Buffer.from(compiler.plainSvg(document));
  if (form === 'overlay') return compiler.pdf(document, { pdfTags: false, creationTimestamp: timestamp });
  // PDF/UA-1 makes a missing glyph an error; without a standard it would be a blank.
  return compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: timestamp });
}

function describe(compiled: NodeTypstCompileResult): string {
  return JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document');
}

process.once('message', (jobs: readonly TypstJob[]) => {
  const answers = jobs.map((job): TypstAnswer => {
    try {
      const compiler = NodeCompiler.create({ workspace: job.workspace, fontArgs: [{ fontPaths: [...FONT_FOLDERS] }] });
      const answer = compile(compiler, job);
      compiler.evictCache(0);
      return answer;
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  });
  process.send?.(answers, () => process.disconnect());
});

/** Answers what a page that was taken home asks of its own files. */
import { answerFiles, type ProjectFiles } from '../../run/page/data.ts';
import { decodeFiles, type EncodedFiles } from '../own-files.ts';

function answerAtHome(data: ProjectFiles['data'], encoded: EncodedFiles): void {
	answerFiles({ data, ownFiles: decodeFiles(encoded) }, document);
}

Object.assign(globalThis, { braiseFiles: answerAtHome });

/** Answers the requests of a taken-home page for its own files. */
import { answerFileRequests, type ProjectFiles } from '../../run/page/data.ts';
import { decodeFiles, type EncodedFiles } from '../own-files.ts';

function answerAtHome(data: ProjectFiles['data'], encoded: EncodedFiles): void {
	answerFileRequests({ data, ownFiles: decodeFiles(encoded) }, document);
}

Object.assign(globalThis, { braiseFiles: answerAtHome });

/** Answers the requests of a taken-home page for its own files, and stores the items of its program. */
import { answerFileRequests, type ProjectFiles } from '../../run/page/data.ts';
import { definePageStorage, makePageStorage } from '../../run/store/page-storage.ts';
import { openHomeStore, type HomeStore } from '../home-store.ts';
import { decodeFiles, type EncodedFiles } from '../own-files.ts';

function answerAtHome(data: ProjectFiles['data'], encodedFiles: EncodedFiles): void {
	answerFileRequests({ data, ownFiles: decodeFiles(encodedFiles) }, document);
}

function keepAtHome(homeStore: HomeStore, language: string): void {
	definePageStorage(makePageStorage(openHomeStore(homeStore), language));
}

Object.assign(globalThis, { braiseFiles: answerAtHome, braiseStore: keepAtHome });

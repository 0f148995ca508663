import { answerFileRequests, type ProjectFiles } from '../../run/page/data.ts';
import { definePageStorage, makePageStorage } from '../../run/store/program-store.ts';
import { openTakeHomeStore, type TakeHomeStore, decodeFiles, type EncodedFiles } from '../stored-content.ts';

function answerFileRequestsAtHome(data: ProjectFiles['data'], encodedFiles: EncodedFiles): void {
	answerFileRequests({ data, ownFiles: decodeFiles(encodedFiles) }, document);
}

function definePageStorageAtHome(homeStore: TakeHomeStore, language: string): void {
	definePageStorage(makePageStorage(openTakeHomeStore(homeStore), language));
}

Object.assign(globalThis, { braiseFiles: answerFileRequestsAtHome, braiseStore: definePageStorageAtHome });

import { openStorage, type StorageOptions } from '#lib/storage/open.ts';
import type { Persistence, WorkContent, WorkStorage } from '#lib/storage/storage.ts';

declare global {
	var storageTestPage: {
		open(options?: StorageOptions): Promise<Persistence>;
		storage: WorkStorage;
		heard: unknown[];
		createContent(main: string): WorkContent;
	};
}

globalThis.storageTestPage = {
	async open(options) {
		this.storage = await openStorage(options);
		this.storage.subscribe((change) => this.heard.push(change));
		return this.storage.persistence;
	},
	storage: undefined as unknown as WorkStorage,
	heard: [],
	createContent: (main) => ({ files: { 'main.ts': main }, steps: null, decision: null, project: null })
};

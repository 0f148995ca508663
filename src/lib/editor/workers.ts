import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import TypeScriptWorker from './typescript.worker.ts?worker';
import type { Language } from './contract.ts';

let workerLanguage: Language = 'fr';

/** The name of the TypeScript worker sets its language, so another language needs a new worker. */
export function provideWorkers(wantedLanguage: Language): void {
	workerLanguage = wantedLanguage;
	globalThis.MonacoEnvironment = {
		getWorker: (_id: string, label: string) =>
			label === 'typescript' ? new TypeScriptWorker({ name: workerLanguage }) : new EditorWorker({ name: 'editor' })
	};
}

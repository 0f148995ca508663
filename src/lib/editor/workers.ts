/** The only place where the editor makes workers. */
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import TypeScriptWorker from './typescript.worker.ts?worker';
import type { Language } from './contract.ts';

let language: Language = 'fr';

/** The TypeScript worker takes its language from its name; it has to be made anew for another one. */
export function provideWorkers(wanted: Language): void {
	language = wanted;
	globalThis.MonacoEnvironment = {
		getWorker: (_id: string, label: string) =>
			label === 'typescript' ? new TypeScriptWorker({ name: language }) : new EditorWorker({ name: 'editor' })
	};
}

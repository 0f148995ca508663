/** Monaco's TypeScript worker, with TypeScript's own messages in French when the page is in French. */
import french from 'typescript-localized/lib/fr/diagnosticMessages.generated.json?url';
import { initialize, ts, TypeScriptWorker } from 'monaco-editor/languages/features/typescript/ts.worker';

/** Messages are fixed when they are made, so nothing may be asked before they are there. Without them TypeScript speaks English. */
async function localize(): Promise<void> {
	if (self.name !== 'fr') return;
	try {
		const response = await fetch(french);
		const messages: unknown = await response.json();
		ts.typescript.setLocalizedDiagnosticMessages(messages as Record<string, string>);
	} catch {
		return;
	}
}

const localized = localize();

/** Every asynchronous method waits; the others are what TypeScript itself calls while one of those runs. */
function waiting(worker: object): object {
	const AsyncFunction = (async () => undefined).constructor;
	return new Proxy(worker, {
		get(target, name, receiver) {
			const member: unknown = Reflect.get(target, name, target);
			if (typeof member !== 'function' || !(member instanceof AsyncFunction))
				return Reflect.get(target, name, receiver);
			return async (...given: unknown[]) => {
				await localized;
				return Reflect.apply(member, target, given) as unknown;
			};
		}
	});
}

// Set at once: the first message is Monaco's, and would otherwise be missed.
self.onmessage = () => {
	initialize((context, data) => waiting(new TypeScriptWorker(context, data)));
};

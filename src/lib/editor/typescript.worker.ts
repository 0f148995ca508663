import french from 'typescript-localized/lib/fr/diagnosticMessages.generated.json?url';
import { initialize, ts, TypeScriptWorker } from 'monaco-editor/languages/features/typescript/ts.worker';

/**
 * Loads the French messages before any request, since TypeScript reads them when it is created. When loading fails, messages stay English.
 */
async function loadFrenchMessages(): Promise<void> {
	if (self.name !== 'fr') return;
	try {
		const response = await fetch(french);
		const messages: unknown = await response.json();
		ts.typescript.setLocalizedDiagnosticMessages(messages as Record<string, string>);
	} catch {
		return;
	}
}

const frenchMessagesPromise = loadFrenchMessages();

/**
 * Makes every asynchronous method wait until the messages are loaded. TypeScript calls its other methods only from within asynchronous
 * ones.
 */
function createWorkerAwaitingMessages(worker: object): object {
	const AsyncFunction = (async () => undefined).constructor;
	return new Proxy(worker, {
		get(target, name, receiver) {
			const member: unknown = Reflect.get(target, name, target);
			if (typeof member !== 'function' || !(member instanceof AsyncFunction))
				return Reflect.get(target, name, receiver);
			return async (...given: unknown[]) => {
				await frenchMessagesPromise;
				return Reflect.apply(member, target, given) as unknown;
			};
		}
	});
}

// Set the handler synchronously, so that Monaco's first message is not missed.
self.onmessage = () => {
	initialize((context, data) => createWorkerAwaitingMessages(new TypeScriptWorker(context, data)));
};

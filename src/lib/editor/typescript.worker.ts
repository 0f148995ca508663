/** Monaco's TypeScript worker, with French messages when the page is in French. */
import french from 'typescript-localized/lib/fr/diagnosticMessages.generated.json?url';
import { initialize, ts, TypeScriptWorker } from 'monaco-editor/languages/features/typescript/ts.worker';

/** Loads the messages before any request, since TypeScript fixes them at creation. Without them it uses English. */
async function loadMessages(): Promise<void> {
	if (self.name !== 'fr') return;
	try {
		const response = await fetch(french);
		const messages: unknown = await response.json();
		ts.typescript.setLocalizedDiagnosticMessages(messages as Record<string, string>);
	} catch {
		return;
	}
}

const messagesLoaded = loadMessages();

/** Delays every asynchronous method until the messages are loaded. TypeScript calls the others only from within those. */
function waitForMessages(worker: object): object {
	const AsyncFunction = (async () => undefined).constructor;
	return new Proxy(worker, {
		get(target, name, receiver) {
			const member: unknown = Reflect.get(target, name, target);
			if (typeof member !== 'function' || !(member instanceof AsyncFunction))
				return Reflect.get(target, name, receiver);
			return async (...given: unknown[]) => {
				await messagesLoaded;
				return Reflect.apply(member, target, given) as unknown;
			};
		}
	});
}

// Set synchronously, so Monaco's first message is not missed.
self.onmessage = () => {
	initialize((context, data) => waitForMessages(new TypeScriptWorker(context, data)));
};

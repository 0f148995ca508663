/** Types for parts of Monaco that are published without types. */
declare module 'monaco-editor/languages/features/typescript/ts.worker' {
	export const ts: { typescript: { setLocalizedDiagnosticMessages(messages: Record<string, string>): void } };
	export class TypeScriptWorker {
		constructor(context: unknown, data: unknown);
	}
	export function initialize(create: (context: unknown, data: unknown) => object): void;
}

declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController';

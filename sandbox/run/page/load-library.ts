/** Evaluates a page's libraries in its document, before the program. */

const evaluateGlobally = globalThis.eval as (code: string) => unknown;

export function loadLibrary(code: string): void {
	evaluateGlobally(code);
}

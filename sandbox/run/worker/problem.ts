import type { RawProblem } from '../../protocol.ts';

/** Whatever was thrown, as a problem. Its stack trace is placed in the app, where the source map is. */
export function problemOf(thrown: unknown): RawProblem {
	try {
		if (thrown instanceof Error) {
			const stack = typeof thrown.stack === 'string' ? { stack: thrown.stack } : {};
			return { kind: 'thrown', name: String(thrown.name), message: String(thrown.message), ...stack };
		}
		return { kind: 'thrown', name: typeof thrown, message: String(thrown) };
	} catch {
		return { kind: 'thrown', name: 'Error', message: '' };
	}
}

/** Parses messages from the checks' realm, which are not trusted, since authors' checks are not trusted either. */
import { readCheckPath, readProblem, readCheckResult } from '../../protocol.ts';
import type { ChecksRealmMessage } from '../task-messages.ts';

export function readChecksRealmMessage(text: string): ChecksRealmMessage {
	const message: unknown = JSON.parse(text);
	if (typeof message !== 'object' || message === null || !('type' in message))
		throw new TypeError('The realm of the checks sent a message without a type.');
	const { type, file, paths, path, timeLimit, result, loadProblem } = message as Record<string, unknown>;
	switch (type) {
		case 'seed':
		case 'loaded':
			return { type };
		case 'planned':
			return { type, file: String(file), paths: Array.isArray(paths) ? paths.slice(0, 10_000).map(readCheckPath) : [] };
		case 'begun':
			return { type, path: readCheckPath(path), timeLimit: typeof timeLimit === 'number' ? timeLimit : 0 };
		case 'result':
			return { type, result: readCheckResult(result) };
		case 'finished': {
			if (typeof loadProblem !== 'object' || loadProblem === null) return { type };
			const { problem, side } = loadProblem as Record<string, unknown>;
			return { type, loadProblem: { problem: readProblem(problem), side: side === 'program' ? 'program' : 'checks' } };
		}
		default:
			throw new TypeError('The realm of the checks sent a message without a type.');
	}
}

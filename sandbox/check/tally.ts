/** Counts the assertions of one check. */
import { assertionError, findingOf } from './assertion.ts';
import { append } from './intrinsics.ts';

export interface Tally {
	assertions: number;
	wanted?: number | 'some';
	/** Failures of `expect.soft`, and failures inside functions that the program called. */
	soft: unknown[];
	/** Promises of `resolves` and `rejects` that the check may not have awaited. */
	pending: Promise<unknown>[];
}

export function emptyTally(): Tally {
	return { assertions: 0, soft: [], pending: [] };
}

export function missingAssertions({ assertions, wanted }: Tally): Error | undefined {
	if (wanted === undefined || wanted === assertions || (wanted === 'some' && assertions > 0)) return undefined;
	const expected = wanted === 'some' ? 'at least 1' : `${wanted}`;
	const message = `expected ${expected} assertions, and ${assertions} were made`;
	return assertionError({ matcher: 'assertions', message, expected, received: `${assertions}` });
}

/** Records an assertion that failed inside a function called by the program, which could otherwise swallow the error. */
export function noteUnheard(error: unknown, { soft }: Tally): void {
	if (findingOf(error) !== undefined) append(soft, error);
}

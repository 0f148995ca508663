import { assertionError, findingOf } from './assertion.ts';
import { append } from './intrinsics.ts';

/** What the assertions of one check leave behind, for whoever runs it. */
export interface Tally {
	assertions: number;
	/** What `expect.assertions(n)` or `expect.hasAssertions()` asked for. */
	wanted?: number | 'some';
	/** Failures of `expect.soft`, and those that a program was the first to hear of. */
	soft: unknown[];
	/** Promises of `resolves` and `rejects` that nobody may have waited for. */
	pending: Promise<unknown>[];
}

export function emptyTally(): Tally {
	return { assertions: 0, soft: [], pending: [] };
}

/** What `expect.assertions` found wanting. */
export function missingAssertions({ assertions, wanted }: Tally): Error | undefined {
	if (wanted === undefined || wanted === assertions || (wanted === 'some' && assertions > 0)) return undefined;
	const expected = wanted === 'some' ? 'at least 1' : `${wanted}`;
	const message = `expected ${expected} assertions, and ${assertions} were made`;
	return assertionError({ matcher: 'assertions', message, expected, received: `${assertions}` });
}

/** An assertion that failed inside a function which the program called: whether it passes the error on is not up to it. */
export function noteUnheard(error: unknown, { soft }: Tally): void {
	if (findingOf(error) !== undefined) append(soft, error);
}

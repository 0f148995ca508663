/** Counts the assertions of one check. */
import { createAssertionError, assertionDetailsOf } from './assertion.ts';
import { appendItem } from './intrinsics.ts';

export interface AssertionTally {
	assertions: number;
	expectedAssertions?: number | 'some';
	/** Failures of `expect.soft`, and of assertions in functions that the program called. */
	softFailures: unknown[];
	/** Promises of `resolves` and `rejects` that the check may not have awaited. */
	pendingPromises: Promise<unknown>[];
}

export function createAssertionTally(): AssertionTally {
	return { assertions: 0, softFailures: [], pendingPromises: [] };
}

export function createMissingAssertionsError({ assertions, expectedAssertions }: AssertionTally): Error | undefined {
	if (
		expectedAssertions === undefined ||
		expectedAssertions === assertions ||
		(expectedAssertions === 'some' && assertions > 0)
	)
		return undefined;
	const expectedCount = expectedAssertions === 'some' ? 'at least 1' : `${expectedAssertions}`;
	const message = `expected ${expectedCount} assertions, and ${assertions} were made`;
	return createAssertionError({
		matcher: 'assertions',
		message,
		expected: expectedCount,
		received: `${assertions}`
	});
}

/** Records an assertion that failed inside a function called by the program, which could otherwise swallow the error. */
export function noteSwallowedFailure(error: unknown, { softFailures }: AssertionTally): void {
	if (assertionDetailsOf(error) !== undefined) appendItem(softFailures, error);
}

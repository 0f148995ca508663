/** Recognised by a registry, because any program could copy the error's name. */
import { TamperProofWeakMap, OriginalError, appendTamperProof } from './intrinsics.ts';

export interface AssertionTally {
	assertionCount: number;
	expectedAssertionCount?: number | 'some';
	/** Failures of `expect.soft`, and of assertions in functions that the program called. */
	softFailures: unknown[];
	/** Promises of `resolves` and `rejects` that the check may not have awaited. */
	pendingPromises: Promise<unknown>[];
}

export function createAssertionTally(): AssertionTally {
	return { assertionCount: 0, softFailures: [], pendingPromises: [] };
}

export function createMissingAssertionsError({
	assertionCount,
	expectedAssertionCount
}: AssertionTally): Error | undefined {
	if (
		expectedAssertionCount === undefined ||
		expectedAssertionCount === assertionCount ||
		(expectedAssertionCount === 'some' && assertionCount > 0)
	)
		return undefined;
	const expectedCount = expectedAssertionCount === 'some' ? 'at least 1' : `${expectedAssertionCount}`;
	const message = `expected ${expectedCount} assertions, and ${assertionCount} were made`;
	return createAssertionError({
		matcher: 'assertions',
		message,
		expected: expectedCount,
		received: `${assertionCount}`
	});
}

/** Records an assertion that failed inside a function called by the program, which could otherwise swallow the error. */
export function noteSwallowedFailure(error: unknown, { softFailures }: AssertionTally): void {
	if (assertionDetailsOf(error) !== undefined) appendTamperProof(softFailures, error);
}

export interface AssertionDetails {
	matcher: string;
	message: string;
	expected?: string;
	received?: string;
}

const detailsByError = new TamperProofWeakMap<object, AssertionDetails>();

export function createAssertionError(details: AssertionDetails): Error {
	const error = new OriginalError(details.message);
	error.name = 'AssertionError';
	detailsByError.set(error, details);
	return error;
}

export function assertionDetailsOf(error: unknown): AssertionDetails | undefined {
	return detailsByError.get(error);
}

/** Errors that mean a check failed, recognised by a registry because any program could copy the error's name. */
import { TamperProofWeakMap, OriginalError } from './intrinsics.ts';

export interface AssertionDetails {
	matcher: string;
	message: string;
	expected?: string;
	received?: string;
}

const findingByError = new TamperProofWeakMap<object, AssertionDetails>();

export function createAssertionError(finding: AssertionDetails): Error {
	const error = new OriginalError(finding.message);
	error.name = 'AssertionError';
	findingByError.set(error, finding);
	return error;
}

export function assertionDetailsOf(error: unknown): AssertionDetails | undefined {
	return findingByError.get(error);
}

/** Errors that mean a check failed, recognised by a registry because any program could copy the error's name. */
import { TamperProofWeakMap, OriginalError } from './intrinsics.ts';

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

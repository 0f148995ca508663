/** Errors that mean a check failed, recognised by a registry because any program could copy the error's name. */
import { Registry, TrueError } from './intrinsics.ts';

export interface AssertionDetails {
	matcher: string;
	message: string;
	expected?: string;
	received?: string;
}

const findingByError = new Registry<object, AssertionDetails>();

export function assertionError(finding: AssertionDetails): Error {
	const error = new TrueError(finding.message);
	error.name = 'AssertionError';
	findingByError.set(error, finding);
	return error;
}

export function assertionDetailsOf(error: unknown): AssertionDetails | undefined {
	return findingByError.get(error);
}

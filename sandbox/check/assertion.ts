/** Errors that mean "the check found something else". Only those made here count: the name can be borrowed by anyone. */
import { Registry, TrueError } from './intrinsics.ts';

export interface Finding {
	matcher: string;
	message: string;
	expected?: string;
	received?: string;
}

const findings = new Registry<object, Finding>();

export function assertionError(finding: Finding): Error {
	const error = new TrueError(finding.message);
	error.name = 'AssertionError';
	findings.set(error, finding);
	return error;
}

export function findingOf(error: unknown): Finding | undefined {
	return findings.get(error);
}

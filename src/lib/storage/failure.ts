/** Reasons why storing failed; their words are in explain-failure.ts. */
export type FailureReason =
	| 'full'
	| 'absent'
	| 'refused'
	/** Another tab holds the database open with an older schema. */
	| 'blocked'
	/** The browser does not answer within the time limit. */
	| 'silent'
	| 'newer'
	| 'closed'
	| 'missing'
	| 'unknown';

export interface StorageFailure {
	kind: 'failed';
	reason: FailureReason;
	message: string;
}

export function createFailure(reason: FailureReason, message = ''): StorageFailure {
	return { kind: 'failed', reason, message };
}

export class StorageError extends Error {
	override name = 'StorageError';
	readonly reason: FailureReason;
	constructor(reason: FailureReason, message = '') {
		super(message);
		this.reason = reason;
	}
}

export function storageFailureOf(error: unknown): StorageFailure {
	if (error instanceof StorageError) return createFailure(error.reason, error.message);
	if (!(error instanceof Error)) return createFailure('unknown', String(error));
	const message = `${error.name}: ${error.message}`;
	switch (error.name) {
		case 'QuotaExceededError':
			return createFailure('full', message);
		case 'VersionError':
			return createFailure('newer', message);
		case 'SecurityError':
		case 'NotAllowedError':
			return createFailure('refused', message);
		case 'InvalidStateError':
			return createFailure('closed', message);
		default:
			// In Chromium only the message tells a full disk or a used-up quota from other failures.
			return createFailure(/quota|disk|space/i.test(error.message) ? 'full' : 'unknown', message);
	}
}

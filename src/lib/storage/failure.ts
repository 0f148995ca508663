/** Reasons why storing failed; their words are in explain-failure.ts. */
export type StorageFailureReason =
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
	reason: StorageFailureReason;
	message: string;
}

export function createStorageFailure(reason: StorageFailureReason, message = ''): StorageFailure {
	return { kind: 'failed', reason, message };
}

export class StorageError extends Error {
	override name = 'StorageError';
	readonly reason: StorageFailureReason;
	constructor(reason: StorageFailureReason, message = '') {
		super(message);
		this.reason = reason;
	}
}

export function storageFailureOf(error: unknown): StorageFailure {
	if (error instanceof StorageError) return createStorageFailure(error.reason, error.message);
	if (!(error instanceof Error)) return createStorageFailure('unknown', String(error));
	const message = `${error.name}: ${error.message}`;
	switch (error.name) {
		case 'QuotaExceededError':
			return createStorageFailure('full', message);
		case 'VersionError':
			return createStorageFailure('newer', message);
		case 'SecurityError':
		case 'NotAllowedError':
			return createStorageFailure('refused', message);
		case 'InvalidStateError':
			return createStorageFailure('closed', message);
		default:
			// In Chromium only the message tells a full disk or a used-up quota from other failures.
			return createStorageFailure(/quota|disk|space/i.test(error.message) ? 'full' : 'unknown', message);
	}
}

/** Why storing failed; the texts are in explain-failure.ts. */
export type FailureReason =
	| 'full'
	| 'absent'
	| 'refused'
	/** Another tab holds the database open under an older schema. */
	| 'blocked'
	/** The browser does not answer within the time for it. */
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
			// Chromium tells a full disk from a full quota only by the message.
			return createFailure(/quota|disk|space/i.test(error.message) ? 'full' : 'unknown', message);
	}
}

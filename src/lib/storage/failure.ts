/** Why something could not be kept. Each has its text in explain-failure.ts. */
export type Reason = 'full' | 'absent' | 'refused' | 'blocked' | 'newer' | 'closed' | 'missing' | 'unknown';

export interface Failed {
	kind: 'failed';
	reason: Reason;
	/** The browser's own words, for a report of a fault. */
	message: string;
}

export function failed(reason: Reason, message = ''): Failed {
	return { kind: 'failed', reason, message };
}

/** Thrown inside a transaction to leave it with a reason. */
export class StorageError extends Error {
	override name = 'StorageError';
	readonly reason: Reason;
	constructor(reason: Reason, message = '') {
		super(message);
		this.reason = reason;
	}
}

export function failureOf(error: unknown): Failed {
	if (error instanceof StorageError) return failed(error.reason, error.message);
	if (!(error instanceof Error)) return failed('unknown', String(error));
	const message = `${error.name}: ${error.message}`;
	switch (error.name) {
		case 'QuotaExceededError':
			return failed('full', message);
		case 'VersionError':
			return failed('newer', message);
		case 'SecurityError':
		case 'NotAllowedError':
			return failed('refused', message);
		case 'InvalidStateError':
			return failed('closed', message);
		default:
			// Chromium reports a full disk, as opposed to a full quota, in words only.
			return failed(/quota|disk|space/i.test(error.message) ? 'full' : 'unknown', message);
	}
}

import { m } from '#lib/paraglide/messages.js';
import type { StorageFailureReason } from './failure.ts';

const FAILURE_TEXTS: Record<StorageFailureReason, () => string> = {
	full: m.storage_failed_full,
	absent: m.storage_failed_absent,
	refused: m.storage_failed_refused,
	blocked: m.storage_failed_blocked,
	silent: m.storage_failed_silent,
	newer: m.storage_failed_newer,
	closed: m.storage_failed_closed,
	missing: m.storage_failed_missing,
	unknown: m.storage_failed_unknown
};

export const explainStorageFailure = (reason: StorageFailureReason): string => FAILURE_TEXTS[reason]();

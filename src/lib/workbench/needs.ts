import type { Locked } from '#lib/steps/view.ts';
import type { Need } from '#lib/steps/progress.ts';
import { m } from '#lib/paraglide/messages.js';

export function explainNeed(need: Need): string {
	return m[need]();
}

export function explainLock(lock: Locked): string {
	return m[lock]();
}

/** Tells a reloaded page which work to open, when the students at the machine have changed. */
import * as v from 'valibot';

const STORAGE_KEY = 'braise.goes-on';
const handoffSchema = v.object({
	work: v.string(),
	/** The work belongs to the pair from now on. */
	share: v.boolean()
});
export type ResumeHandoff = v.InferOutput<typeof handoffSchema>;

export function leaveHandoff(next: ResumeHandoff): void {
	try {
		sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next));
	} catch {
		// Storage refused: the page then asks which work to open.
		return;
	}
}

/** Returns the handoff and removes it, so that it serves once. */
export function takeHandoff(): ResumeHandoff | null {
	try {
		const result = v.safeParse(handoffSchema, JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null'));
		sessionStorage.removeItem(STORAGE_KEY);
		return result.success ? result.output : null;
	} catch {
		return null;
	}
}

/** Tells a reloaded page which work to open, when the students at the machine have changed. */
import * as v from 'valibot';

const KEY = 'braise.goes-on';
const schema = v.object({
	work: v.string(),
	/** The work belongs to the pair from now on. */
	share: v.boolean()
});
export type GoOn = v.InferOutput<typeof schema>;

export function goOnWith(next: GoOn): void {
	try {
		sessionStorage.setItem(KEY, JSON.stringify(next));
	} catch {
		// Storage refused: the page then asks which work to open.
		return;
	}
}

/** Returns the handoff and removes it, so that it serves once. */
export function takeGoOn(): GoOn | null {
	try {
		const result = v.safeParse(schema, JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
		sessionStorage.removeItem(KEY);
		return result.success ? result.output : null;
	} catch {
		return null;
	}
}

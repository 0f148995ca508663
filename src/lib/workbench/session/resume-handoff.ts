import * as v from 'valibot';
import { tabValueStore } from '#lib/browser-values.ts';

const HANDOFF_STORAGE_KEY = 'braise.goes-on';
const handoffSchema = v.object({
	work: v.string(),
	/** Whether the work belongs to both students of the pair from now on. */
	share: v.boolean()
});
export type ResumeHandoff = v.InferOutput<typeof handoffSchema>;

/** Stores a handoff for this tab's next page. Where the browser refuses storage, that page asks which work to open. */
export function storeResumeHandoff(handoff: ResumeHandoff): void {
	tabValueStore.write(HANDOFF_STORAGE_KEY, JSON.stringify(handoff));
}

/** Returns the handoff and removes it, so that only one page uses it. */
export function takeResumeHandoff(): ResumeHandoff | null {
	const result = v.safeParse(handoffSchema, tabValueStore.readJson(HANDOFF_STORAGE_KEY));
	tabValueStore.remove(HANDOFF_STORAGE_KEY);
	return result.success ? result.output : null;
}

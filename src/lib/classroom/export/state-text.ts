import type { Progress } from '#lib/domain/assignment.ts';
import { m } from '#lib/paraglide/messages.js';

const WORDS: Record<Progress, () => string> = {
	'not-begun': m.export_not_begun,
	working: m.export_working,
	'handed-in': m.export_handed_in,
	returned: m.export_returned,
	accepted: m.export_accepted
};
export const progressWords = (progress: Progress): string => WORDS[progress]();

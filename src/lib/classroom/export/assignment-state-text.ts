import type { StudentAssignmentState } from '#lib/domain/assignment.ts';
import { m } from '#lib/paraglide/messages.js';

const ASSIGNMENT_STATE_TEXTS: Record<StudentAssignmentState, () => string> = {
	'not-begun': m.export_not_begun,
	working: m.export_working,
	'handed-in': m.export_handed_in,
	returned: m.export_returned,
	accepted: m.export_accepted
};
export const assignmentStateText = (state: StudentAssignmentState): string => ASSIGNMENT_STATE_TEXTS[state]();

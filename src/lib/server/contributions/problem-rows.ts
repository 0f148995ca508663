/** Reads a problem's state from its row, and writes a state back. */
import type { TimedProblemState, ProblemState } from '#lib/domain/problem-state.ts';
import type { problem } from '#lib/server/db/schema/index.ts';

export type ProblemRow = typeof problem.$inferSelect;

/** Returns the state of a row. A claim counts as lapsed once the claiming teacher's account is deleted. */
export function problemStateOfRow({
	state,
	claimedBy,
	claimedClass,
	lastWordAt,
	declineReason
}: ProblemRow): ProblemState {
	switch (state) {
		case 'claimed':
			return claimedBy === null
				? { kind: 'lapsed' }
				: { kind: 'claimed', by: claimedBy, classId: claimedClass, lastWordAt };
		case 'declined':
			return { kind: 'declined', reason: declineReason };
		default:
			return { kind: state };
	}
}

/** Returns the values of the columns in which the state after an act is stored. */
export function columnValuesOfProblemState(
	{ state, answerDueAt }: TimedProblemState,
	previousRow: ProblemRow,
	now: Date
): Partial<ProblemRow> {
	const isSame = state.kind === previousRow.state;
	const isClaimed = state.kind === 'claimed';
	return {
		state: state.kind,
		stateSince: isSame ? previousRow.stateSince : now,
		claimedBy: isClaimed ? state.by : null,
		claimedClass: isClaimed ? state.classId : null,
		lastWordAt: isClaimed ? state.lastWordAt : previousRow.lastWordAt,
		declineReason: state.kind === 'declined' ? state.reason : '',
		answerDueAt,
		unclaimedSince: isClaimed ? null : (previousRow.unclaimedSince ?? now)
	};
}

/** Tells whether a card is still seen by its class's teachers only: a student's card, until a teacher offers it to the board. */
export const isUnofferedStudentProblem = ({ source, offeredAt }: Pick<ProblemRow, 'source' | 'offeredAt'>): boolean =>
	source === 'student' && offeredAt === null;

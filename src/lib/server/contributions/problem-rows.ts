/** Reads rows of problems into their state, and writes a state back. */
import type { ProblemMoment, ProblemState } from '#lib/domain/problem-state.ts';
import type { problem } from '#lib/server/db/schema/index.ts';

export type ProblemRow = typeof problem.$inferSelect;

/** A claim whose owner's account was deleted has lapsed. */
export function stateOf({ state, claimedBy, claimedClass, lastWordAt, declineReason }: ProblemRow): ProblemState {
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

/** Returns the columns that hold the state after an act. */
export function columnsOf({ state, answerDueAt }: ProblemMoment, before: ProblemRow, now: Date): Partial<ProblemRow> {
	const isSame = state.kind === before.state;
	const isClaimed = state.kind === 'claimed';
	return {
		state: state.kind,
		stateSince: isSame ? before.stateSince : now,
		claimedBy: isClaimed ? state.by : null,
		claimedClass: isClaimed ? state.classId : null,
		lastWordAt: isClaimed ? state.lastWordAt : before.lastWordAt,
		declineReason: state.kind === 'declined' ? state.reason : '',
		answerDueAt,
		unclaimedSince: isClaimed ? null : (before.unclaimedSince ?? now)
	};
}

/** A student's card stays in its class until a teacher offers it to the board. */
export const isOfClassAlone = ({ source, offeredAt }: Pick<ProblemRow, 'source' | 'offeredAt'>): boolean =>
	source === 'student' && offeredAt === null;

import type { Debate } from '#lib/domain/debate.ts';
import type { ProgressRow } from '#lib/domain/progress.ts';
import {
	parseAssignedVersion,
	parseAssignmentDates,
	parseClassDebate,
	parseOwnBoardRowEvent,
	type SentAssignmentDates
} from '#lib/wire/watch-events.ts';
import { watchEvents } from './watch-events.ts';

interface StreamedAssignment {
	assignmentId: string;
	account: string;
}

export class StudentEventStream {
	row = $state.raw<ProgressRow | null>(null);
	debate = $state.raw<Debate | null>(null);
	/** The assignment's dates, which its teacher may change while this page is open; null before the first event. */
	dates = $state.raw<SentAssignmentDates | null>(null);
	/** Hash of the version of the challenge that the class has now; null before the first event, and for a project. */
	challengeHash = $state<string | null>(null);
	/** Milliseconds by which the server's clock is ahead of this machine's; all received times are the server's. */
	clockAhead = $state(0);

	/** Opens the stream and returns a function that closes it. `onEnd` is called when the student has lost access. */
	open({ assignmentId, account }: StreamedAssignment, onEnd: () => void): () => void {
		const address = `/api/assignments/${encodeURIComponent(assignmentId)}/events?account=${encodeURIComponent(account)}`;
		return watchEvents(address, { onEvent: (name, data) => this.#takeEvent(name, data), onEnd }, [
			'row',
			'dates',
			'version',
			'debate'
		]);
	}

	#takeEvent(name: string, data: unknown): void {
		if (name === 'debate') {
			const debate = parseClassDebate(data);
			if (debate !== undefined) this.debate = debate;
			return;
		}
		if (name === 'dates') {
			this.dates = parseAssignmentDates(data) ?? this.dates;
			return;
		}
		if (name === 'version') {
			this.challengeHash = parseAssignedVersion(data)?.hash ?? this.challengeHash;
			return;
		}
		const rowEvent = parseOwnBoardRowEvent(data);
		if (rowEvent === undefined) return;
		this.row = rowEvent.row;
		this.clockAhead = rowEvent.now - Date.now();
	}
}

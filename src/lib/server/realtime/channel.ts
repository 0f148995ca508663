import { findPinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import type { Database } from '#lib/server/db/database.ts';
import { readDebate } from '#lib/server/debates/debate-queries.ts';
import { logFailure } from '#lib/server/log/index.ts';
import { readBoardRows, findAssignedVersionAndDates, findSubmissionAuthors } from '#lib/server/board/board-rows.ts';
import { toSentAssignmentDates } from '#lib/wire/watch-events.ts';
import { formatEventMessage, type StreamMessage } from './event-stream.ts';
import { BoardRowsCache } from './board-cache.ts';
import {
	CHANGE_OF_EVERYTHING,
	eventsOfView,
	createOwnRowEvents,
	type WatchedStateChange,
	type WatchedAssignment,
	type ViewEvent,
	type WatcherView,
	type AssignmentWatcher
} from './watcher-views.ts';

/** Milliseconds for which changes are collected before they are read together. */
const CHANGE_COLLECTION_MILLISECONDS = 60;
const READ_RETRY_MILLISECONDS = 1000;

/** Each change is read once for all watchers, and the state is cached, so that a new watcher needs no query. */
export class AssignmentChannel {
	readonly watchers = new Set<AssignmentWatcher>();
	readonly #database: Database;
	readonly #assignmentId: string;
	readonly #watchedState: WatchedAssignment = {
		rows: new BoardRowsCache(),
		debate: undefined,
		dates: undefined,
		challengeHash: undefined,
		steps: []
	};
	#changedMembers = new Set<string>();
	#hasEverythingChanged = false;
	#changedSubmissions = new Set<string>();
	#hasDebateChanged = false;
	#timer: NodeJS.Timeout | undefined;
	/** Settles with the last read. Reads run one after the other, so that an older result never overwrites a newer one. */
	#lastRead: Promise<void> | undefined;

	constructor(database: Database, assignmentId: string) {
		this.#database = database;
		this.#assignmentId = assignmentId;
	}

	open(): Promise<void> {
		return (this.#lastRead ??= this.#readAll());
	}

	markProgressChanged(memberId: string): void {
		this.#changedMembers.add(memberId);
		this.#scheduleRead(CHANGE_COLLECTION_MILLISECONDS);
	}

	markSubmissionChanged(submissionId: string): void {
		this.#changedSubmissions.add(submissionId);
		this.#scheduleRead(CHANGE_COLLECTION_MILLISECONDS);
	}

	markDebateChanged(): void {
		this.#hasDebateChanged = true;
		this.#scheduleRead(CHANGE_COLLECTION_MILLISECONDS);
	}

	/** Schedules a read of everything, because events may have been lost or the class's members changed. */
	markEverythingChanged(): void {
		this.#hasEverythingChanged = true;
		this.#scheduleRead(CHANGE_COLLECTION_MILLISECONDS);
	}

	currentEvents({ view, memberId }: Pick<AssignmentWatcher, 'view' | 'memberId'>): ViewEvent[] {
		const now = Date.now();
		const ownEvents =
			view === 'own' && memberId !== undefined ? createOwnRowEvents(this.#watchedState, memberId, now) : [];
		return [...ownEvents, ...eventsOfView(view, this.#watchedState, CHANGE_OF_EVERYTHING, now)];
	}

	cancelScheduledRead(): void {
		clearTimeout(this.#timer);
	}

	#scheduleRead(milliseconds: number): void {
		this.#timer ??= setTimeout(() => {
			this.#lastRead = (this.#lastRead ?? Promise.resolve()).catch(() => undefined).then(() => this.#readChanges());
		}, milliseconds);
	}

	async #readChanges(): Promise<void> {
		this.#timer = undefined;
		const [members, submissions] = [[...this.#changedMembers], [...this.#changedSubmissions]];
		const [hasEverythingChanged, hasDebateChanged] = [this.#hasEverythingChanged, this.#hasDebateChanged];
		this.#changedMembers.clear();
		this.#changedSubmissions.clear();
		this.#hasEverythingChanged = this.#hasDebateChanged = false;
		try {
			if (hasEverythingChanged) {
				await this.#readAll();
				return this.#sendChange(CHANGE_OF_EVERYTHING, 'all');
			}
			if (hasDebateChanged) this.#watchedState.debate = await readDebate(this.#database, this.#assignmentId);
			const authors = await findSubmissionAuthors(this.#database, submissions);
			// A submission that was taken back or replaced is deleted, so its authors cannot be found: compare all rows.
			if (authors === undefined) return await this.#sendChangedRows(hasDebateChanged);
			const changed = [...new Set([...members, ...authors])];
			const rows = changed.length > 0 ? await readBoardRows(this.#database, this.#assignmentId, changed) : [];
			this.#sendChange({ rows, hasDebateChanged }, this.#watchedState.rows.putRows(rows));
		} catch (error) {
			logFailure('stream.failed', error);
			// Read everything once the database answers again.
			this.#hasEverythingChanged = true;
			this.#scheduleRead(READ_RETRY_MILLISECONDS);
		}
	}

	async #readAll(): Promise<void> {
		const outline = await findAssignedVersionAndDates(this.#database, this.#assignmentId);
		const pinnedOutline = await findPinnedChallengeOutline(this.#database, outline?.challengeHash ?? null);
		this.#watchedState.dates = outline && toSentAssignmentDates(outline);
		this.#watchedState.challengeHash = outline?.challengeHash;
		this.#watchedState.debate = await readDebate(this.#database, this.#assignmentId);
		this.#watchedState.steps = pinnedOutline?.steps.map(({ id }) => id) ?? [];
		await this.#readRows();
	}

	async #readRows(): Promise<void> {
		const rows = await readBoardRows(this.#database, this.#assignmentId);
		this.#watchedState.rows.clear();
		this.#watchedState.rows.putRows(rows);
	}

	async #sendChangedRows(hasDebateChanged: boolean): Promise<void> {
		const rows = await readBoardRows(this.#database, this.#assignmentId);
		const boardRows = this.#watchedState.rows;
		if (boardRows.holdsRowsMissingFrom(rows)) {
			boardRows.clear();
			boardRows.putRows(rows);
			return this.#sendChange({ rows: 'all', hasDebateChanged }, 'all');
		}
		const changedRows = boardRows.selectChangedRows(rows);
		this.#sendChange({ rows: changedRows, hasDebateChanged }, boardRows.putRows(changedRows));
	}

	/** Sends a change to all watchers, encoding each shared event once per view. `touched` holds the memberships whose own row changed. */
	#sendChange(change: WatchedStateChange, touched: ReadonlySet<string> | 'all'): void {
		const now = Date.now();
		const messagesByView = new Map<WatcherView, StreamMessage[]>();
		const messagesForView = (view: WatcherView): StreamMessage[] => {
			const messages =
				messagesByView.get(view) ?? eventsOfView(view, this.#watchedState, change, now).map(encodeViewEvent);
			messagesByView.set(view, messages);
			return messages;
		};
		for (const { view, memberId, stream } of [...this.watchers]) {
			const isTouched = view === 'own' && memberId !== undefined && (touched === 'all' || touched.has(memberId));
			const ownMessages = isTouched ? createOwnRowEvents(this.#watchedState, memberId, now).map(encodeViewEvent) : [];
			for (const one of [...ownMessages, ...messagesForView(view)]) stream.send(one);
		}
	}
}

const encodeViewEvent = ([event, data]: ViewEvent): StreamMessage => formatEventMessage(event, data);

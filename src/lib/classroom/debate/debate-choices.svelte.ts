/** Holds the debate choices of the students at this machine and sends them to the server. */
import * as v from 'valibot';
import { type ChoiceMoment } from '#lib/domain/debate.ts';
import {
	DEBATE_FORMAT,
	parseOwnDebateChoices,
	type OwnDebateChoice,
	parseDebateChoiceAnswer,
	parseDebateChoicesAnswer
} from '#lib/wire/debate.ts';
import type { Decision } from '#lib/domain/work.ts';
import { storeDebateChoices, readDebateChoices } from '#lib/storage/debate-choices.ts';

/** Milliseconds for which choices are gathered, because a dial passes through many values. */
const GATHER = 300;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15_000;

type ChoiceResult = 'kept' | 'late' | 'refused' | 'unanswered';

/** Refusals that end when the right student signs in, so that the choice keeps waiting to be sent. */
const FOR_NOW = ['signed-out', 'other-person'];
const Waiting = v.object({ waiting: v.unknown() });

const isSame = (one: OwnDebateChoice, other: OwnDebateChoice): boolean =>
	one.by === other.by && one.moment === other.moment;

/** The choices of the students at this machine. Each is stored in this browser before it is sent, and sent until the server answers. */
export class DebateChoices {
	/** Choices that the server has. */
	#kept = $state.raw<readonly OwnDebateChoice[]>([]);
	#waiting = $state.raw<readonly OwnDebateChoice[]>([]);
	/** Whether the server refused the last choice, because the debate has moved on. */
	late = $state(false);
	readonly #assignment: string;
	readonly #account: string;
	readonly #address: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#wait = FIRST_WAIT;
	#sending = false;
	#over = false;

	constructor(assignment: string, account: string) {
		this.#assignment = assignment;
		this.#account = account;
		this.#address = `/api/assignments/${encodeURIComponent(assignment)}/choice?account=${encodeURIComponent(account)}`;
	}

	get isWaiting(): boolean {
		return this.#waiting.length > 0;
	}

	/** Returns a student's newest choice at a moment, sent or not; null when there is none. */
	choiceOf(by: string, moment: ChoiceMoment): Decision | null {
		const own = [...this.#waiting, ...this.#kept].find((one) => one.by === by && one.moment === moment);
		return own?.decision ?? null;
	}

	/** Loads stored choices and sends them; returns a function that stops. */
	startSyncing(): () => void {
		const retry = () => this.#scheduleSending(0);
		addEventListener('online', retry);
		void this.#loadChoices();
		return () => {
			this.#over = true;
			clearTimeout(this.#timer);
			removeEventListener('online', retry);
		};
	}

	choose(choice: OwnDebateChoice): void {
		this.late = false;
		this.#storeWaiting([...this.#waiting.filter((one) => !isSame(one, choice)), choice]);
		this.#wait = FIRST_WAIT;
		this.#scheduleSending(GATHER);
	}

	async #loadChoices(): Promise<void> {
		const row = v.safeParse(Waiting, await readDebateChoices(this.#account, this.#assignment));
		const before = row.success ? parseOwnDebateChoices(row.output.waiting) : [];
		// A choice made while stored ones were loading is newer than these.
		this.#waiting = [...before.filter((one) => !this.#waiting.some((newer) => isSame(one, newer))), ...this.#waiting];
		if (this.isWaiting) this.#scheduleSending(0);
		await this.#fetchChoices();
	}

	async #fetchChoices(): Promise<void> {
		const answer = await fetch(this.#address).then(jsonOf, () => undefined);
		const choices = parseDebateChoicesAnswer(answer);
		if (!choices) return;
		// Choices that the server has confirmed since the request are newer than its answer.
		this.#kept = [...this.#kept, ...choices.filter((one) => !this.#kept.some((newer) => isSame(one, newer)))];
	}

	#storeWaiting(waiting: readonly OwnDebateChoice[]): void {
		this.#waiting = waiting;
		void storeDebateChoices(this.#account, this.#assignment, waiting);
	}

	#scheduleSending(milliseconds: number): void {
		clearTimeout(this.#timer);
		if (!this.#over) this.#timer = setTimeout(() => void this.#sendAll(), milliseconds);
	}

	async #sendAll(): Promise<void> {
		if (this.#sending) return;
		this.#sending = true;
		for (let [next] = this.#waiting; next && !this.#over; [next] = this.#waiting) {
			const outcome = await this.#send(next);
			if (outcome === 'unanswered') {
				this.#scheduleSending(this.#wait);
				this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
				break;
			}
			this.#wait = FIRST_WAIT;
			this.#applyAnswer(next, outcome);
		}
		this.#sending = false;
	}

	#applyAnswer(sent: OwnDebateChoice, outcome: ChoiceResult): void {
		if (outcome === 'kept') this.#kept = [sent, ...this.#kept.filter((one) => !isSame(one, sent))];
		if (outcome === 'late') this.late = true;
		// Remove only the sent choice: a newer one made during the request keeps waiting.
		this.#storeWaiting(this.#waiting.filter((one) => one !== sent));
	}

	async #send(choice: OwnDebateChoice): Promise<ChoiceResult> {
		const body = JSON.stringify({ format: DEBATE_FORMAT, account: this.#account, ...choice });
		const headers = { 'content-type': 'application/json' };
		const answer = await fetch(this.#address, {
			method: 'PUT',
			headers,
			body,
			redirect: 'manual'
		}).then(jsonOf, () => undefined);
		// An answer that is not in Braise's format, such as a network's login page, counts as no answer.
		const parsedAnswer = parseDebateChoiceAnswer(answer);
		if (!parsedAnswer) return 'unanswered';
		const { kind, reason = '' } = parsedAnswer;
		return FOR_NOW.includes(reason) ? 'unanswered' : kind;
	}
}

const jsonOf = (response: Response): Promise<unknown> => response.json().catch(() => undefined);

import * as v from 'valibot';
import { mustRevokeChoiceAfterTalk, type ChoiceMoment } from '#lib/domain/debate.ts';
import {
	DEBATE_FORMAT,
	parseOwnDebateChoices,
	type OwnDebateChoice,
	parseSentChoiceAnswer,
	parseOwnChoicesAnswer
} from '#lib/wire/debate.ts';
import type { Decision } from '#lib/domain/work.ts';
import { storeDebateChoices, readDebateChoices } from '#lib/storage/debate-choices.ts';

/** Milliseconds to wait before a choice is sent, because a moving dial passes through many values. */
const CHOICE_SEND_DELAY_MILLISECONDS = 300;
const FIRST_RETRY_MILLISECONDS = 1000;
const LONGEST_RETRY_MILLISECONDS = 15_000;

type ChoiceSendResult = 'kept' | 'late' | 'refused' | 'unanswered';

/** Refusals that end when the right student signs in: a choice refused so is sent again later. */
const TEMPORARY_REFUSALS = ['signed-out', 'other-person'];
const storedChoicesSchema = v.object({ waiting: v.unknown() });

const hasSameStudentAndMoment = (one: OwnDebateChoice, other: OwnDebateChoice): boolean =>
	one.by === other.by && one.moment === other.moment;

/** Stores the debate choices of the students at this machine, and sends each until the server answers. */
export class DebateChoices {
	#keptChoices = $state.raw<readonly OwnDebateChoice[]>([]);
	#waitingChoices = $state.raw<readonly OwnDebateChoice[]>([]);
	/** Whether the server refused the last choice, because the debate had already moved on to its next phase. */
	isLate = $state(false);
	readonly #assignmentId: string;
	readonly #account: string;
	readonly #address: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#wait = FIRST_RETRY_MILLISECONDS;
	#sending = false;
	#isOver = false;

	constructor(assignmentId: string, account: string) {
		this.#assignmentId = assignmentId;
		this.#account = account;
		this.#address = `/api/assignments/${encodeURIComponent(assignmentId)}/choice?account=${encodeURIComponent(account)}`;
	}

	get isWaiting(): boolean {
		return this.#waitingChoices.length > 0;
	}

	/** Returns a student's newest choice before or after the talk, whether sent or not; null when there is none. */
	choiceOf(by: string, moment: ChoiceMoment): Decision | null {
		const ownChoice = [...this.#waitingChoices, ...this.#keptChoices].find(
			(one) => one.by === by && one.moment === moment
		);
		return ownChoice?.decision ?? null;
	}

	startSyncing(): () => void {
		const sendWaitingChoicesNow = () => this.#scheduleSending(0);
		addEventListener('online', sendWaitingChoicesNow);
		void this.#loadChoices();
		return () => {
			this.#isOver = true;
			clearTimeout(this.#timer);
			removeEventListener('online', sendWaitingChoicesNow);
		};
	}

	choose(choice: OwnDebateChoice): void {
		this.isLate = false;
		this.#storeWaiting([...this.#waitingChoices.filter((one) => !hasSameStudentAndMoment(one, choice)), choice]);
		this.#wait = FIRST_RETRY_MILLISECONDS;
		this.#scheduleSending(CHOICE_SEND_DELAY_MILLISECONDS);
	}

	async #loadChoices(): Promise<void> {
		const row = v.safeParse(storedChoicesSchema, await readDebateChoices(this.#account, this.#assignmentId));
		const storedChoices = row.success ? parseOwnDebateChoices(row.output.waiting) : [];
		// A choice made while the stored choices were loading replaces the stored one.
		this.#waitingChoices = [
			...storedChoices.filter((one) => !this.#waitingChoices.some((newer) => hasSameStudentAndMoment(one, newer))),
			...this.#waitingChoices
		];
		if (this.isWaiting) this.#scheduleSending(0);
		await this.#fetchChoices();
	}

	async #fetchChoices(): Promise<void> {
		const answer = await fetch(this.#address).then(readJsonOrUndefined, () => undefined);
		const choices = parseOwnChoicesAnswer(answer);
		if (!choices) return;
		// A choice that the server confirmed during this request is newer than the one in the answer.
		this.#keptChoices = [
			...this.#keptChoices,
			...choices.filter((one) => !this.#keptChoices.some((newer) => hasSameStudentAndMoment(one, newer)))
		];
	}

	#storeWaiting(waiting: readonly OwnDebateChoice[]): void {
		this.#waitingChoices = waiting;
		void storeDebateChoices(this.#account, this.#assignmentId, waiting);
	}

	#scheduleSending(milliseconds: number): void {
		clearTimeout(this.#timer);
		if (!this.#isOver) this.#timer = setTimeout(() => void this.#sendAll(), milliseconds);
	}

	async #sendAll(): Promise<void> {
		if (this.#sending) return;
		this.#sending = true;
		for (let [next] = this.#waitingChoices; next && !this.#isOver; [next] = this.#waitingChoices) {
			const outcome = await this.#send(next);
			if (outcome === 'unanswered') {
				this.#scheduleSending(this.#wait);
				this.#wait = Math.min(this.#wait * 2, LONGEST_RETRY_MILLISECONDS);
				break;
			}
			this.#wait = FIRST_RETRY_MILLISECONDS;
			this.#applyAnswer(next, outcome);
		}
		this.#sending = false;
	}

	#applyAnswer(sentChoice: OwnDebateChoice, outcome: ChoiceSendResult): void {
		if (outcome === 'kept') this.#replaceKept(sentChoice);
		if (outcome === 'late') this.isLate = true;
		// Remove only the sent choice: a newer choice made during the request still has to be sent.
		this.#storeWaiting(this.#waitingChoices.filter((one) => one !== sentChoice));
	}

	#replaceKept(choice: OwnDebateChoice): void {
		const earlier = this.#keptChoices.find((one) => hasSameStudentAndMoment(one, choice));
		const isRevoking = choice.moment === 'before' && mustRevokeChoiceAfterTalk(earlier?.decision, choice.decision);
		const others = this.#keptChoices.filter(
			(one) => !hasSameStudentAndMoment(one, choice) && !(isRevoking && one.by === choice.by)
		);
		this.#keptChoices = [choice, ...others];
	}

	async #send(choice: OwnDebateChoice): Promise<ChoiceSendResult> {
		const body = JSON.stringify({ format: DEBATE_FORMAT, account: this.#account, ...choice });
		const headers = { 'content-type': 'application/json' };
		const answer = await fetch(this.#address, {
			method: 'PUT',
			headers,
			body,
			redirect: 'manual'
		}).then(readJsonOrUndefined, () => undefined);
		// An answer that is not in Braise's format, such as a network's login page, counts as no answer.
		const parsedAnswer = parseSentChoiceAnswer(answer);
		if (!parsedAnswer) return 'unanswered';
		const { kind, reason = '' } = parsedAnswer;
		return TEMPORARY_REFUSALS.includes(reason) ? 'unanswered' : kind;
	}
}

const readJsonOrUndefined = (response: Response): Promise<unknown> => response.json().catch(() => undefined);

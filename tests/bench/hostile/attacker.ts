/** A student who hands in programs that break a compiler, one after another. */
import { setTimeout as pause } from 'node:timers/promises';
import { handInApi, parseHandInAnswer, type SentHandIn } from '#lib/wire/hand-in.ts';
import { parseOwnSubmissions, type OwnSubmission } from '#lib/wire/own-submission.ts';
import { syncApi, type SentWork } from '#lib/wire/sync.ts';
import type { PinnedChallenge } from '#lib/domain/work.ts';
import type { SignedInAccount } from '../signed-in.ts';
import { handInVersionId, workIdOfAccount } from '../hand-ins/works.ts';

/** Milliseconds between two hand-ins. An attacker does not wait for verdicts, but is no faster than a person with a script. */
const PAUSE = 100;

const UNTOUCHED = { steps: null, decision: null, project: null };

export class HostileStudent {
	readonly #base: string;
	readonly #assignment: string;
	readonly #student: SignedInAccount;
	#version: string;
	#waiting: string | null = null;
	readonly #challenge: PinnedChallenge;

	constructor(base: string, assignment: string, student: SignedInAccount, challenge: PinnedChallenge) {
		this.#base = base;
		this.#assignment = assignment;
		this.#student = student;
		this.#challenge = challenge;
		this.#version = handInVersionId(student.account);
	}

	/** Hands in until `isOver`. Returns the answer to each hand-in, and the state of the last verdict. */
	async handInUntil(isOver: () => boolean, programs: Record<string, string>[]): Promise<string[]> {
		const outcomes: string[] = [];
		for (let nth = 0; !isOver(); nth++) {
			outcomes.push(await this.#handIn(programs[nth % programs.length] ?? {}));
			await pause(PAUSE);
		}
		const newest = await this.#fetchNewestSubmission();
		return [...outcomes, `last verdict: ${newest?.verdict?.load?.kind ?? (newest?.verdict ? 'checked' : 'none yet')}`];
	}

	async #handIn(files: Record<string, string>): Promise<string> {
		const { account } = this.#student;
		const work = workIdOfAccount(account);
		const before = this.#version;
		const version = crypto.randomUUID();
		const sentWork: SentWork = {
			format: syncApi.format,
			account,
			work: { id: work, kind: 'challenge', challenge: this.#challenge, language: 'fr', createdAt: Date.now() },
			head: version,
			expected: before,
			versions: [{ id: version, work, parent: before, savedAt: Date.now(), files, ...UNTOUCHED }]
		};
		const saveResponse = await this.#send('PUT', `/api/works/${work}`, sentWork);
		if (!(await saveResponse.text()).includes('"stored"')) return `not saved: ${saveResponse.status}`;
		this.#version = version;
		const handIn: SentHandIn = {
			format: handInApi.format,
			account,
			id: crypto.randomUUID(),
			work,
			version,
			replaces: this.#waiting,
			prediction: null,
			report: null
		};
		const response = await this.#send('POST', `/api/assignments/${this.#assignment}/submissions`, handIn);
		const answer = parseHandInAnswer(await response.json().catch(() => undefined));
		if (answer?.kind === 'handed-in') this.#waiting = answer.submission.id;
		return answer?.kind === 'refused' ? answer.reason : (answer?.kind ?? `status ${response.status}`);
	}

	#send(method: string, path: string, body: object): Promise<Response> {
		return fetch(this.#base + path, {
			method,
			headers: { 'content-type': 'application/json', cookie: this.#student.cookie },
			body: JSON.stringify(body)
		});
	}

	async #fetchNewestSubmission(): Promise<OwnSubmission | undefined> {
		const address = `${this.#base}/api/assignments/${this.#assignment}/submissions`;
		const response = await fetch(address, { headers: { cookie: this.#student.cookie } });
		const answer = parseOwnSubmissions(await response.json().catch(() => undefined));
		return answer?.kind === 'submissions' ? answer.submissions[0] : undefined;
	}
}

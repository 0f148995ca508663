import { setTimeout as pause } from 'node:timers/promises';
import { handInApi, parseHandInAnswer, type SentHandIn } from '#lib/wire/hand-in.ts';
import { parseOwnSubmissions, type OwnSubmission } from '#lib/wire/own-submission.ts';
import { syncApi, type SentWork } from '#lib/wire/sync.ts';
import type { PinnedChallenge } from '#lib/domain/work.ts';
import type { SignedInAccount } from '../signed-in.ts';
import { handInVersionId, workIdOfAccount } from '../hand-ins/works.ts';

/** Milliseconds between two hand-ins. An attacker does not wait for verdicts, but is no faster than a person with a script. */
const MILLISECONDS_BETWEEN_HAND_INS = 100;

const EMPTY_WORK_FIELDS = { steps: null, decision: null, project: null };

export class HostileStudent {
	readonly #base: string;
	readonly #assignmentId: string;
	readonly #student: SignedInAccount;
	#versionId: string;
	#waitingSubmissionId: string | null = null;
	readonly #challenge: PinnedChallenge;

	constructor(base: string, assignmentId: string, student: SignedInAccount, challenge: PinnedChallenge) {
		this.#base = base;
		this.#assignmentId = assignmentId;
		this.#student = student;
		this.#challenge = challenge;
		this.#versionId = handInVersionId(student.account);
	}

	/** Hands in until `isOver`. Returns the answer to each hand-in, and the state of the last verdict. */
	async handInUntil(isOver: () => boolean, programs: Record<string, string>[]): Promise<string[]> {
		const outcomes: string[] = [];
		for (let nth = 0; !isOver(); nth++) {
			outcomes.push(await this.#handIn(programs[nth % programs.length] ?? {}));
			await pause(MILLISECONDS_BETWEEN_HAND_INS);
		}
		const newest = await this.#fetchNewestSubmission();
		return [...outcomes, `last verdict: ${newest?.verdict?.load?.kind ?? (newest?.verdict ? 'checked' : 'none yet')}`];
	}

	async #handIn(files: Record<string, string>): Promise<string> {
		const { account } = this.#student;
		const work = workIdOfAccount(account);
		const versionBefore = this.#versionId;
		const version = crypto.randomUUID();
		const sentWork: SentWork = {
			format: syncApi.format,
			account,
			work: { id: work, kind: 'challenge', challenge: this.#challenge, language: 'fr', createdAt: Date.now() },
			head: version,
			expected: versionBefore,
			versions: [{ id: version, work, parent: versionBefore, savedAt: Date.now(), files, ...EMPTY_WORK_FIELDS }]
		};
		const saveResponse = await this.#sendJson('PUT', `/api/works/${work}`, sentWork);
		if (!(await saveResponse.text()).includes('"stored"')) return `not saved: ${saveResponse.status}`;
		this.#versionId = version;
		const handIn: SentHandIn = {
			format: handInApi.format,
			account,
			id: crypto.randomUUID(),
			work,
			version,
			replaces: this.#waitingSubmissionId,
			prediction: null,
			report: null
		};
		const response = await this.#sendJson('POST', `/api/assignments/${this.#assignmentId}/submissions`, handIn);
		const answer = parseHandInAnswer(await response.json().catch(() => undefined));
		if (answer?.kind === 'handed-in') this.#waitingSubmissionId = answer.submission.id;
		return answer?.kind === 'refused' ? answer.reason : (answer?.kind ?? `status ${response.status}`);
	}

	#sendJson(method: string, path: string, body: object): Promise<Response> {
		return fetch(this.#base + path, {
			method,
			headers: { 'content-type': 'application/json', cookie: this.#student.cookie },
			body: JSON.stringify(body)
		});
	}

	async #fetchNewestSubmission(): Promise<OwnSubmission | undefined> {
		const address = `${this.#base}/api/assignments/${this.#assignmentId}/submissions`;
		const response = await fetch(address, { headers: { cookie: this.#student.cookie } });
		const answer = parseOwnSubmissions(await response.json().catch(() => undefined));
		return answer?.kind === 'submissions' ? answer.submissions[0] : undefined;
	}
}

/** Puts the open project on the wall of one of the student's classes, and takes it off. */
import { toOneLine } from '#lib/domain/one-line-text.ts';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import type { UnansweredRequest } from '#lib/wire/request-json.ts';
import type { OwnWall, WallRefusal } from '#lib/wire/wall.ts';
import { m } from '#lib/paraglide/messages.js';
import { readCovers } from '#lib/storage/covers.ts';
import { captureCover } from './cover.ts';
import type { ProjectSession } from './project-session.svelte.ts';
import { fetchWalls, requestPutUp, requestTakingOff } from './wall-requests.ts';

const REFUSALS: Partial<Record<WallRefusal, () => string>> = {
	closed: m.wall_refused_closed,
	'not-saved': m.wall_refused_not_saved,
	'too-many': m.wall_refused_too_many,
	'wall-full': m.wall_refused_wall_full,
	'too-large': m.wall_refused_too_large,
	'account-full': m.wall_refused_room,
	'server-full': m.wall_refused_room,
	'too-often': m.wall_refused_too_often
};

type Refused = { kind: 'refused'; reason: WallRefusal } | UnansweredRequest;
const textOf = (answer: Refused): string =>
	answer.kind === 'unanswered' ? m.form_network_down() : (REFUSALS[answer.reason] ?? m.wall_refused_gone)();

export class ProjectWalls {
	/** Walls of the student's classes; null until the server has told. */
	walls = $state.raw<OwnWall[] | null>(null);
	/** Sentence that says the result of the last act; null before the first act. */
	result = $state<string | null>(null);
	failure = $state<string | null>(null);
	isAtWork = $state(false);
	readonly #session: ProjectSession;
	readonly #account: string;

	constructor(session: ProjectSession, account: string) {
		this.#session = session;
		this.#account = account;
	}

	async load(): Promise<void> {
		const answer = await fetchWalls(this.#account, this.#session.savedWork?.work ?? null);
		if (answer.kind === 'walls') this.walls = answer.walls;
		else this.failure = textOf(answer);
	}

	/** Asks for the walls again after no answer came. */
	async askAgain(): Promise<void> {
		await this.#act(() => Promise.resolve(null));
	}

	/** Saves the project, sends it to the server, and asks that the wall show a copy of it. */
	async putUp(wall: OwnWall, question: string): Promise<void> {
		await this.#act(async () => {
			const session = this.#session;
			const version = (await session.savedWork?.sealContent(session.content())) ?? null;
			const work = session.savedWork?.work ?? null;
			if (version === null || work === null) return m.wall_refused_not_saved();
			const { sendChangesNow } = await import('#lib/storage/sync/page.ts');
			await sendChangesNow();
			const drawn = await captureCover(session.program);
			const cover = drawn ?? (await readCovers(this.#account)).get(work) ?? null;
			const asked = toOneLine(question, WALL_LIMITS.question);
			const copy = { classId: wall.id, work, version, question: asked, cover };
			const answer = await requestPutUp(this.#account, copy);
			if (answer.kind !== 'put-up') return answer.kind === 'taken-off' ? m.form_network_down() : textOf(answer);
			const isHidden = wall.exhibit !== null && wall.exhibit.visibility !== 'shown';
			this.result = isHidden ? m.wall_put_done_hidden() : m.wall_put_done();
			return null;
		});
	}

	async takeOff(wall: OwnWall): Promise<void> {
		await this.#act(async () => {
			const work = this.#session.savedWork?.work ?? null;
			if (work === null) return m.form_network_down();
			const answer = await requestTakingOff(this.#account, wall.id, work);
			if (answer.kind !== 'taken-off') return answer.kind === 'put-up' ? m.form_network_down() : textOf(answer);
			this.result = m.wall_put_off_done();
			return null;
		});
	}

	/** Runs one act at a time. `act` resolves to why it failed, or to null. */
	async #act(act: () => Promise<string | null>): Promise<void> {
		if (this.isAtWork) return;
		this.isAtWork = true;
		this.result = null;
		this.failure = null;
		try {
			this.failure = await act();
			if (this.failure === null) await this.load();
		} finally {
			this.isAtWork = false;
		}
	}
}

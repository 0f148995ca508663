/** Reads the walls of a student's classes and runs one action on them at a time, with its result in words. */
import { m } from '#lib/paraglide/messages.js';
import type { UnansweredRequest } from '#lib/wire/request-json.ts';
import type { OwnWall, WallRefusal } from '#lib/wire/wall.ts';
import { fetchWalls } from './wall-requests.ts';

const REFUSAL_TEXTS: Partial<Record<WallRefusal, () => string>> = {
	closed: m.wall_refused_closed,
	'not-saved': m.wall_refused_not_saved,
	'too-many': m.wall_refused_too_many,
	'wall-full': m.wall_refused_wall_full,
	'too-large': m.wall_refused_too_large,
	'account-full': m.wall_refused_room,
	'server-full': m.wall_refused_room,
	'too-often': m.wall_refused_too_often
};

type RefusedAction = { kind: 'refused'; reason: WallRefusal } | UnansweredRequest;

/** Says in words why a request changed nothing. */
export const wallRefusalText = (answer: RefusedAction): string =>
	answer.kind === 'unanswered' ? m.form_network_down() : (REFUSAL_TEXTS[answer.reason] ?? m.wall_refused_gone)();

export abstract class WallActions {
	/** Walls of the student's classes; null until the server has answered. */
	walls = $state.raw<OwnWall[] | null>(null);
	/** Sentence that says the result of the last action; null before the first. */
	result = $state<string | null>(null);
	failure = $state<string | null>(null);
	isBusy = $state(false);
	protected readonly account: string;

	constructor(account: string) {
		this.account = account;
	}

	/** Id of the work whose exhibits are asked for; null for none. */
	protected get workId(): string | null {
		return null;
	}

	async load(): Promise<void> {
		const answer = await fetchWalls(this.account, this.workId);
		if (answer.kind === 'walls') this.walls = answer.walls;
		else this.failure = wallRefusalText(answer);
	}

	/** Asks for the walls again after no answer came. */
	async reloadWalls(): Promise<void> {
		await this.runAction(() => Promise.resolve(null));
	}

	/** Runs one action at a time. It resolves to why it failed, or to null. */
	protected async runAction(action: () => Promise<string | null>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.result = null;
		this.failure = null;
		try {
			this.failure = await action();
			if (this.failure === null) await this.load();
		} finally {
			this.isBusy = false;
		}
	}
}

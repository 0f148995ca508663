import { m } from '#lib/paraglide/messages.js';
import type { UnansweredRequest } from '#lib/wire/api.ts';
import type { OwnWall, WallRefusal } from '#lib/wire/wall.ts';
import { fetchWalls } from './wall-requests.ts';

const WALL_REFUSAL_TEXTS: Partial<Record<WallRefusal, () => string>> = {
	closed: m.wall_refused_closed,
	'not-saved': m.wall_refused_not_saved,
	'too-many': m.wall_refused_too_many,
	'wall-full': m.wall_refused_wall_full,
	'too-large': m.wall_refused_too_large,
	'account-full': m.wall_refused_room,
	'server-full': m.wall_refused_room,
	'too-often': m.wall_refused_too_often
};

type FailedWallAction = { kind: 'refused'; reason: WallRefusal } | UnansweredRequest;

export const wallRefusalText = (answer: FailedWallAction): string =>
	answer.kind === 'unanswered' ? m.form_network_down() : (WALL_REFUSAL_TEXTS[answer.reason] ?? m.wall_refused_gone)();

export abstract class WallActions {
	/** Walls of the student's classes; null until the server has answered. */
	walls = $state.raw<OwnWall[] | null>(null);
	result = $state<string | null>(null);
	failure = $state<string | null>(null);
	isBusy = $state(false);
	protected readonly account: string;

	constructor(account: string) {
		this.account = account;
	}

	protected get workId(): string | null {
		return null;
	}

	async loadWalls(): Promise<void> {
		const answer = await fetchWalls(this.account, this.workId);
		if (answer.kind === 'walls') this.walls = answer.walls;
		else this.failure = wallRefusalText(answer);
	}

	async reloadWalls(): Promise<void> {
		await this.runAction(() => Promise.resolve(null));
	}

	/** Runs the action unless another one is running. `action` resolves to the reason why it failed, or to null. */
	protected async runAction(action: () => Promise<string | null>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.result = null;
		this.failure = null;
		try {
			this.failure = await action();
			if (this.failure === null) await this.loadWalls();
		} catch {
			// A part of the app that the action needs did not load.
			this.failure = m.form_network_down();
		} finally {
			this.isBusy = false;
		}
	}
}

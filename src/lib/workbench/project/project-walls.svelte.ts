import { toOneLine } from '#lib/domain/parse.ts';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import type { OwnWall } from '#lib/wire/wall.ts';
import { m } from '#lib/paraglide/messages.js';
import { WallActions, wallRefusalText } from '#lib/projects/wall-actions.svelte.ts';
import { requestPutUpProject, requestTakeOffProject } from '#lib/projects/wall-requests.ts';
import { readCovers, saveCover, type Cover } from '#lib/storage/covers.ts';
import { captureCover } from '../session/cover.svelte.ts';
import type { ProjectSession } from './project-session.svelte.ts';

export class ProjectWalls extends WallActions {
	/** What the cover shows, in words, for people who cannot see it; null while the project has no cover. */
	coverDescription: string | null = $state(null);
	readonly #session: ProjectSession;

	constructor(session: ProjectSession, account: string) {
		super(account);
		this.#session = session;
	}

	protected override get workId(): string | null {
		return this.#session.savedWork?.workId ?? null;
	}

	async loadCoverDescription(): Promise<void> {
		const cover = await this.#findCover();
		this.coverDescription = cover && toOneLine(cover.description, WALL_LIMITS.description);
	}

	async #findCover(): Promise<Cover | null> {
		const { program } = this.#session;
		const storedCover = this.workId === null ? undefined : (await readCovers(this.account)).get(this.workId);
		const capturedCover = await captureCover(program);
		if (capturedCover === null) return storedCover ?? null;
		return { ...capturedCover, description: capturedCover.description || (storedCover?.description ?? '') };
	}

	async putOnWall(wall: OwnWall, question: string): Promise<void> {
		await this.runAction(async () => {
			const session = this.#session;
			const version = (await session.savedWork?.sealContent(session.currentContent())) ?? null;
			const { workId } = this;
			if (version === null || workId === null) return m.wall_refused_not_saved();
			const { sendChangesNow } = await import('#lib/storage/sync/page.ts');
			await sendChangesNow();
			const foundCover = await this.#findCover();
			const cover = foundCover && { ...foundCover, description: this.coverDescription ?? foundCover.description };
			if (cover !== null) await saveCover(this.account, workId, cover);
			const questionLine = toOneLine(question, WALL_LIMITS.question);
			const exhibitCopy = { classId: wall.id, workId, version, question: questionLine, cover };
			const answer = await requestPutUpProject(this.account, exhibitCopy);
			if (answer.kind !== 'put-up')
				return answer.kind === 'taken-off' ? m.form_network_down() : wallRefusalText(answer);
			const isHidden = wall.exhibit !== null && wall.exhibit.visibility !== 'shown';
			this.result = isHidden ? m.wall_put_done_hidden() : m.wall_put_done();
			return null;
		});
	}

	async takeOffWall(wall: OwnWall): Promise<void> {
		await this.runAction(async () => {
			const { workId } = this;
			if (workId === null) return m.form_network_down();
			const answer = await requestTakeOffProject(this.account, wall.id, workId);
			if (answer.kind !== 'taken-off')
				return answer.kind === 'put-up' ? m.form_network_down() : wallRefusalText(answer);
			this.result = m.wall_put_off_done();
			return null;
		});
	}
}

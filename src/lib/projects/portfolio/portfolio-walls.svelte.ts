import { toOneLine } from '#lib/domain/parse.ts';
import { PORTFOLIO_LIMITS, type PortfolioChoice } from '#lib/domain/portfolio.ts';
import { m } from '#lib/paraglide/messages.js';
import type { OwnWall } from '#lib/wire/wall.ts';
import { WallActions, wallRefusalText } from '../wall-actions.svelte.ts';
import { requestTakeOffPortfolio, requestPutUpPortfolio } from '../wall-requests.ts';
import type { PortfolioEntry } from './entry.ts';

export class PortfolioWallActions extends WallActions {
	/** Sends all unsent works to the server, then asks the server to put a copy of the portfolio on the wall. */
	async putOnWall(wall: OwnWall, entries: readonly PortfolioEntry[], choice: PortfolioChoice): Promise<void> {
		await this.runAction(async () => {
			const { sendChangesNow } = await import('#lib/storage/sync/page.ts');
			await sendChangesNow();
			const works = entries.map(({ workId, version, picture }) => ({
				work: workId,
				version,
				sentence: toOneLine(choice.find((each) => each.work === workId)?.sentence ?? '', PORTFOLIO_LIMITS.sentence),
				cover: picture?.kind === 'cover' ? picture.cover : null
			}));
			const answer = await requestPutUpPortfolio(this.account, wall.id, works);
			if (answer.kind === 'taken-off') return m.form_network_down();
			if (answer.kind !== 'portfolio-put-up') return wallRefusalText(answer);
			const isHidden = wall.portfolio !== null && wall.portfolio.visibility !== 'shown';
			this.result = isHidden ? m.portfolio_class_done_hidden() : m.portfolio_class_done();
			return null;
		});
	}

	async takeOffWall(wall: OwnWall): Promise<void> {
		await this.runAction(async () => {
			const answer = await requestTakeOffPortfolio(this.account, wall.id);
			if (answer.kind === 'portfolio-put-up') return m.form_network_down();
			if (answer.kind !== 'taken-off') return wallRefusalText(answer);
			this.result = m.portfolio_class_off_done();
			return null;
		});
	}
}

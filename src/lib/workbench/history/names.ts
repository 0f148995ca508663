/** Names a project's title and card among the texts that its history compares. */
import { m } from '#lib/paraglide/messages.js';
import { originText } from '../files/origin-text.ts';
import type { VersionTextNames } from './moments.ts';

export const versionTextNames = (): VersionTextNames => ({
	title: m.project_name(),
	card: m.card_title(),
	questions: {
		who: m.card_who(),
		now: m.card_now(),
		change: m.card_change(),
		needed: m.card_needed(),
		notKept: m.card_not_kept()
	},
	picture: ({ width, height, bytes, origin }) => `${m.files_history({ width, height, bytes })}\n${originText(origin)}`
});

/** Returns the names under which the history lists a project's title and card. */
import { m } from '#lib/paraglide/messages.js';
import { isOwnPicture, kindOfOwnFile, type OwnFile } from '#lib/domain/own-file/own-file.ts';
import { originText } from '../files/origin-text.ts';
import type { HistoryTextNames } from './moments.ts';

function ownFileFactsText(file: OwnFile): string {
	const { bytes } = file;
	if (kindOfOwnFile(file) === 'sound') return m.files_history_sound({ bytes });
	if (!isOwnPicture(file)) return m.files_history_other({ bytes });
	return m.files_history({ width: file.width, height: file.height, bytes });
}

export const historyTextNames = (): HistoryTextNames => ({
	title: m.project_name(),
	card: m.card_title(),
	questions: {
		who: m.card_who(),
		now: m.card_now(),
		change: m.card_change(),
		needed: m.card_needed(),
		notKept: m.card_not_kept()
	},
	ownFile: (file) => `${ownFileFactsText(file)}\n${originText(file.origin)}`
});

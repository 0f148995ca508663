import { ownFilesOf, type OwnFile, isOwnPicture, kindOfOwnFile } from '#lib/domain/own-file/own-file.ts';
import { removeStoreFile } from '#lib/domain/project-store.ts';
import { PROJECT_CARD_FIELDS, type ProjectProblemCard } from '#lib/domain/project.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Files } from '#sandbox/contract.ts';
import { m } from '#lib/paraglide/messages.js';
import { originText } from '../files/origin-text.ts';

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

export interface HistoryMoment {
	version: Version;
	texts: Files;
	/** Texts of the version's parent; empty for the first version. */
	textsBefore: Files;
	changedNames: string[];
}

export interface HistoryTextNames {
	title: string;
	card: string;
	questions: Record<keyof ProjectProblemCard, string>;
	/** Describes an own file in words, because its stored text is written for machines. */
	ownFile: (file: OwnFile) => string;
}

export function historyTextsOf({ files, project }: Pick<Version, 'files' | 'project'>, names: HistoryTextNames): Files {
	if (!project) return files;
	const ownFileTexts = [...ownFilesOf(files)].flatMap(([path, file]) =>
		file ? [[path, names.ownFile(file)] as const] : []
	);
	const { title, card } = project;
	const answeredFields = PROJECT_CARD_FIELDS.filter((field) => card?.[field]);
	const answers = answeredFields.map((field) => `${names.questions[field]}\n${card?.[field] ?? ''}`);
	return {
		...removeStoreFile(files),
		...Object.fromEntries(ownFileTexts),
		...(title === '' ? {} : { [names.title]: title }),
		...(answers.length > 0 ? { [names.card]: answers.join('\n\n') } : {})
	};
}

/** Returns the moments, newest first, without versions whose texts equal those of their parent. */
export function historyMomentsOf(versions: Version[], names: HistoryTextNames): HistoryMoment[] {
	const textsByVersionId = new Map(versions.map((version) => [version.id, historyTextsOf(version, names)]));
	return versions.flatMap((version): HistoryMoment[] => {
		const versionTexts = textsByVersionId.get(version.id) ?? {};
		const parentTexts = version.parent === null ? undefined : textsByVersionId.get(version.parent);
		const textsBefore = parentTexts ?? {};
		const changedNames = [...new Set([...Object.keys(textsBefore), ...Object.keys(versionTexts)])].filter(
			(path) => textsBefore[path] !== versionTexts[path]
		);
		return changedNames.length > 0 ? [{ version, texts: versionTexts, textsBefore, changedNames }] : [];
	});
}

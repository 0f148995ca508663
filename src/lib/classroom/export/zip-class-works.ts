/** Zips the works of a class in the browser, fetched in parts, so that the server never holds them all. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Language } from '#lib/domain/language.ts';
import { isOwnFilePath, parseOwnFile, type OwnFile } from '#lib/domain/own-file/own-file.ts';
import type { AssignmentResults, DecisionLabels, HandedInWork, ExportedReview } from '#lib/wire/results.ts';
import { rubricInLanguage } from '#lib/domain/rubric.ts';
import { m } from '#lib/paraglide/messages.js';
import { describeChosenValues } from '#lib/ui/format-number.ts';

export interface ClassZipOptions {
	assignments: readonly AssignmentResults[];
	language: Language;
	/** Fetches the next part of an assignment's works, skipping the first `after` works. */
	fetch: (assignmentId: string, after: number) => Promise<HandedInWork[]>;
	fetchFile: (assignmentId: string, workId: string, file: OwnFile) => Promise<Uint8Array | undefined>;
	onprogress: (done: number) => void;
	signal: AbortSignal;
}

/** Resolves to the zip. Rejects when `signal` is aborted or a part of the works cannot be fetched. */
export async function zipClassWorks({
	assignments,
	language,
	fetch,
	fetchFile,
	onprogress,
	signal
}: ClassZipOptions): Promise<Blob> {
	const zipChunks: Uint8Array<ArrayBuffer>[] = [];
	let zipError: Error | null = null;
	const zip = new Zip((error, chunk) => {
		if (error) zipError = error;
		else zipChunks.push(new Uint8Array(chunk));
	});
	const usedNames = new Set<string>();
	let packedCount = 0;
	for (const assignment of assignments) {
		const folder = reserveUnusedName(safeFolderNameOf(assignment.title[language], assignment.id), usedNames);
		for (let after = 0; ;) {
			const works = await fetch(assignment.id, after);
			signal.throwIfAborted();
			if (works.length === 0) break;
			for (const work of works) {
				const place = reserveUnusedName(`${folder}/${safeFolderNameOf(work.authors.join(' '), work.id)}`, usedNames);
				for (const [path, text] of Object.entries(createWorkZipEntries(work, assignment, language))) {
					const entry = new ZipDeflate(reserveUnusedName(`${place}/${path}`, usedNames), { level: 6 });
					zip.add(entry);
					const file = isOwnFilePath(path) ? parseOwnFile(text) : undefined;
					const bytes = file && (await fetchFile(assignment.id, work.id, file));
					signal.throwIfAborted();
					entry.push(bytes ?? strToU8(text), true);
				}
			}
			after += works.length;
			packedCount += works.length;
			onprogress(packedCount);
			// Give the browser a moment to redraw and to handle the stop button.
			await new Promise((resolve) => setTimeout(resolve));
			signal.throwIfAborted();
		}
	}
	zip.end();
	if (zipError) throw zipError as Error;
	return new Blob(zipChunks, { type: 'application/zip' });
}

function createWorkZipEntries(
	work: HandedInWork,
	{ rubric, decision }: AssignmentResults,
	language: Language
): Record<string, string> {
	const files = Object.entries(work.files).map(([path, text]) => [safePathOf(path), text] as const);
	const decisionLines = work.decisions.flatMap((each) =>
		each.option === null && each.position === '' ? [] : writeDecisionText(each, decision, language)
	);
	const feedback = work.reviews
		.map((review) => writeReviewText(review, work.turn, rubricInLanguage(rubric, language)))
		.join('\n');
	return {
		...Object.fromEntries(files),
		...(decisionLines.length > 0 && { [`${m.export_file_decision()}.txt`]: decisionLines.join('\n') }),
		...(feedback !== '' && { [`${m.export_file_answer()}.txt`]: feedback })
	};
}

function writeDecisionText(
	{ author, option, values, position }: HandedInWork['decisions'][number],
	words: DecisionLabels | null,
	language: Language
): string {
	const title = option === null ? m.review_decision_none() : (words?.titles[language][option] ?? option);
	const chosenValues = describeChosenValues(values, words?.values[language] ?? {}, language);
	return `${author} : ${title}${chosenValues === '' ? '' : ` (${chosenValues})`}\n${position}\n`;
}

function writeReviewText(
	review: ExportedReview,
	newestTurn: number,
	rubric: ReturnType<typeof rubricInLanguage>
): string {
	const levels = rubric.flatMap(({ id, title, levels }) => {
		const level = levels.find((one) => one.id === review.rubric[id]);
		return level ? `${title} : ${level.text}` : [];
	});
	const lines = review.lines.map(({ file, line, text }) => `${m.review_line_of({ file, line })} : ${text}`);
	const about = newestTurn === 1 ? '' : m.export_review_of_turn({ turn: review.turn });
	return [about, review.comment.trim(), ...levels, ...lines].filter((line) => line !== '').join('\n') + '\n';
}

/** Returns a folder name that every operating system accepts; accents are kept. */
export function safeFolderNameOf(text: string, otherwise: string): string {
	const name = text
		.normalize('NFC')
		.replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 60)
		.replace(/^[.\s]+|[.\s]+$/g, '');
	return name === '' || RESERVED_NAME_PATTERN.test(name) ? safeNameFromId(otherwise) : name;
}

/** Matches file names that Windows reserves for devices. */
const RESERVED_NAME_PATTERN = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const safeNameFromId = (id: string): string => `x-${id.replace(/[^\w-]/g, '').slice(0, 40)}`;

/** Makes each part of a path a safe name, so that the path cannot lead out of its folder. */
export const safePathOf = (path: string): string =>
	path
		.split('/')
		.map((part, at) => safeFolderNameOf(part, `${at}`))
		.join('/');

/** Returns the name, with a number added when it is used, and marks it as used. Case is ignored, as in some file systems. */
function reserveUnusedName(name: string, usedNames: Set<string>): string {
	let freeCandidate = name;
	for (let nth = 2; usedNames.has(freeCandidate.toLowerCase()); nth++) freeCandidate = `${name} (${nth})`;
	usedNames.add(freeCandidate.toLowerCase());
	return freeCandidate;
}

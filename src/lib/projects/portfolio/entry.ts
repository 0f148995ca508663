import type { Language } from '#lib/domain/language.ts';
import { findPortfolioChallenge, type PortfolioChallenge, type ShownPortfolioWork } from '#lib/domain/portfolio.ts';
import { textFilesOf } from '#lib/domain/own-file/own-file.ts';
import { isPairWork, type Decision } from '#lib/domain/work.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Cover } from '#lib/storage/covers.ts';
import type { WorkSummary } from '#lib/storage/storage.ts';
import { describeChosenValues } from '#lib/ui/format-number.ts';
import type { Files } from '#sandbox/contract.ts';

interface PortfolioDecision {
	/** The decision's question; empty when this browser does not have the challenge's texts. */
	question: string;
	/** Title of the chosen option, with the values that the author set; empty when nothing was chosen. */
	option: string;
	position: string;
}

export interface PortfolioEntryText {
	/** The word for a challenge or a project, for a challenge with its place. */
	kind: string;
	title: string;
	language: Language;
	/** Name of the person whose problem it is; empty when nobody is named. */
	problemOwner: string;
	decision: PortfolioDecision | null;
}

export interface PortfolioEntry extends PortfolioEntryText {
	workId: string;
	version: string;
	/** Whether two students made the work; the other student's name is never shown. */
	isPair: boolean;
	savedAt: number;
	code: Files;
	/** All files of the work, own files included. */
	files: Files;
	/** What the author's program drew last, else the challenge whose picture is shown; null for the neutral picture. */
	picture: { kind: 'challenge'; id: string } | { kind: 'cover'; cover: Cover } | null;
}

export interface PortfolioTextSources {
	challenges: readonly PortfolioChallenge[];
	language: Language;
}

export interface PortfolioEntrySources extends PortfolioTextSources {
	covers: ReadonlyMap<string, Cover>;
}

/** Returns an entry for each work on a challenge or project, in the given order; leaves out other works. */
export function createPortfolioEntries(
	works: readonly WorkSummary[],
	sources: PortfolioEntrySources
): PortfolioEntry[] {
	return works.flatMap(({ work, openVersion, savedAt }) => {
		if (openVersion === null || work.kind === 'folder') return [];
		const { project, decision, files } = openVersion;
		const { kind, challenge: pinned } = work;
		const challenge = kind === 'challenge' ? findPortfolioChallenge(sources.challenges, pinned) : undefined;
		const cover = sources.covers.get(work.id);
		const describedWork = {
			kind,
			challenge: pinned,
			title: project?.title ?? '',
			who: project?.card?.who ?? '',
			decision
		};
		return {
			...entryTextOf(describedWork, sources),
			workId: work.id,
			version: openVersion.id,
			isPair: isPairWork(work),
			savedAt,
			files,
			code: withoutGivenFiles(textFilesOf(files), challenge),
			picture: pictureOfEntry(challenge, cover)
		};
	});
}

const withoutGivenFiles = (files: Files, challenge: PortfolioChallenge | undefined): Files =>
	Object.fromEntries(Object.entries(files).filter(([path]) => !challenge?.given.includes(path)));

function pictureOfEntry(
	challenge: PortfolioChallenge | undefined,
	cover: Cover | undefined
): PortfolioEntry['picture'] {
	if (cover) return { kind: 'cover', cover };
	return challenge?.hasPicture ? { kind: 'challenge', id: challenge.id } : null;
}

type DescribedWork = Pick<ShownPortfolioWork, 'kind' | 'challenge' | 'title' | 'who' | 'decision'>;

export function entryTextOf(work: DescribedWork, { challenges, language }: PortfolioTextSources): PortfolioEntryText {
	if (work.kind === 'project') {
		const who = work.who.trim();
		return {
			kind: m.portfolio_project(),
			title: work.title || m.project_untitled(),
			language,
			problemOwner: who === '' ? '' : m.portfolio_for({ who }),
			decision: null
		};
	}
	const challenge = findPortfolioChallenge(challenges, work.challenge);
	const kind = m.portfolio_challenge();
	return {
		kind: challenge ? `${kind} · ${challenge.place}` : kind,
		title: challenge?.title ?? m.portfolio_unknown_challenge({ name: work.challenge?.id ?? '' }),
		language: challenge?.language ?? language,
		problemOwner: challenge ? `${challenge.person.name}, ${challenge.person.role}` : '',
		decision: entryDecisionOf(work.decision, challenge, language)
	};
}

function entryDecisionOf(
	decision: Decision | null,
	challenge: PortfolioChallenge | undefined,
	language: Language
): PortfolioDecision | null {
	const title = challenge?.decision.options[decision?.option ?? ''] ?? '';
	const position = decision?.position.trim() ?? '';
	if (title === '' && position === '') return null;
	const values = decision?.option === 'another' ? (decision.values ?? {}) : {};
	const valuesText = describeChosenValues(values, challenge?.decision.values ?? {}, language);
	return {
		question: challenge?.decision.question ?? '',
		option: title !== '' && valuesText !== '' ? `${title} (${valuesText})` : title,
		position
	};
}

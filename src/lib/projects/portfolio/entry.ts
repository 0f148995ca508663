/** Gathers what the portfolio shows of a work: its title, whose problem it is, the decision and the code. */
import type { Language } from '#lib/domain/language.ts';
import { findPortfolioChallenge, type PortfolioChallenge } from '#lib/domain/portfolio-challenge.ts';
import { textFilesOf } from '#lib/domain/own-file/own-file.ts';
import type { ShownPortfolioWork } from '#lib/domain/portfolio.ts';
import { isPairWork, type Decision } from '#lib/domain/work.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Cover } from '#lib/storage/covers.ts';
import type { WorkSummary } from '#lib/storage/storage.ts';
import { describeChosenValues } from '#lib/ui/chosen-values.ts';
import type { Files } from '#sandbox/contract.ts';

interface PortfolioDecision {
	/** Empty for a challenge whose texts are not here. */
	question: string;
	/** Title of the chosen option, with the values that were set; empty without a choice. */
	option: string;
	/** The author's reason in their own words; may be empty. */
	position: string;
}

/** What an entry says in words. */
export interface EntryText {
	/** "Challenge" or "Project", with the place of the challenge. */
	kind: string;
	title: string;
	/** Language of title, person and question. */
	language: Language;
	/** Whose problem it is; empty when nobody is named. */
	problemOwner: string;
	decision: PortfolioDecision | null;
}

export interface PortfolioEntry extends EntryText {
	workId: string;
	/** Id of the version that is shown. */
	version: string;
	/** Whether two students made it; no name of the other one is shown. */
	isPair: boolean;
	savedAt: number;
	/** The files that the author wrote. */
	code: Files;
	/** All files, own files included. */
	files: Files;
	/** A challenge's picture by id, or what the project drew; null for the neutral picture. */
	picture: { kind: 'challenge'; id: string } | { kind: 'cover'; cover: Cover } | null;
}

/** The texts that entries are made with, and the page's language. */
export interface TextSources {
	challenges: readonly PortfolioChallenge[];
	language: Language;
}

/** The texts and pictures that entries are made with. */
export interface EntrySources extends TextSources {
	covers: ReadonlyMap<string, Cover>;
}

/** Returns the entries of challenges and projects, in the order of the works; other works are left out. */
export function createPortfolioEntries(works: readonly WorkSummary[], sources: EntrySources): PortfolioEntry[] {
	return works.flatMap(({ work, openVersion, savedAt }) => {
		if (openVersion === null || work.kind === 'folder') return [];
		const { project, decision, files } = openVersion;
		const { kind, challenge: pinned } = work;
		const challenge = kind === 'challenge' ? findPortfolioChallenge(sources.challenges, pinned) : undefined;
		const cover = kind === 'project' ? sources.covers.get(work.id) : undefined;
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
			code: writtenFiles(textFilesOf(files), challenge),
			picture: pictureOf(challenge, cover)
		};
	});
}

/** The files without those that the challenge gave. */
const writtenFiles = (files: Files, challenge: PortfolioChallenge | undefined): Files =>
	Object.fromEntries(Object.entries(files).filter(([path]) => !challenge?.given.includes(path)));

function pictureOf(challenge: PortfolioChallenge | undefined, cover: Cover | undefined): PortfolioEntry['picture'] {
	if (challenge?.hasPicture) return { kind: 'challenge', id: challenge.id };
	return cover ? { kind: 'cover', cover } : null;
}

/** A work as this browser keeps it, or as a wall shows it. */
type DescribedWork = Pick<ShownPortfolioWork, 'kind' | 'challenge' | 'title' | 'who' | 'decision'>;

/** Returns what the entry of a work says in words. */
export function entryTextOf(work: DescribedWork, { challenges, language }: TextSources): EntryText {
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
		decision: decisionOf(work.decision, challenge, language)
	};
}

function decisionOf(
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

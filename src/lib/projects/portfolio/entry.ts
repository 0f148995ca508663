/** Gathers what the portfolio shows of a work: its title, whose problem it is, the decision and the code. */
import type { Language } from '#lib/domain/language.ts';
import { findPortfolioChallenge, type PortfolioChallenge } from '#lib/domain/portfolio-challenge.ts';
import { textFilesOf } from '#lib/domain/own-file/own-file.ts';
import { isPairWork, type Decision, type Version } from '#lib/domain/work.ts';
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

export interface PortfolioEntry {
	work: string;
	/** "Challenge" or "Project", with the place of the challenge. */
	kind: string;
	title: string;
	/** Language of title, person and question. */
	language: Language;
	/** Whose problem it is; empty when nobody is named. */
	whose: string;
	/** Whether two students made it; no name of the other one is shown. */
	isPair: boolean;
	savedAt: number;
	decision: PortfolioDecision | null;
	/** The files that the author wrote. */
	code: Files;
	/** All files, pictures included. */
	files: Files;
	/** A challenge's picture by id, or what the project drew; null for the neutral picture. */
	picture: { kind: 'challenge'; id: string } | { kind: 'cover'; cover: Cover } | null;
}

/** The texts and pictures that entries are made with, and the page's language. */
export interface EntrySources {
	challenges: readonly PortfolioChallenge[];
	covers: ReadonlyMap<string, Cover>;
	language: Language;
}

/** Returns the entries of challenges and projects, in the order of the works; other works are left out. */
export function portfolioEntries(works: readonly WorkSummary[], sources: EntrySources): PortfolioEntry[] {
	return works.flatMap((summary) => {
		const { work, openVersion } = summary;
		if (openVersion === null || work.kind === 'folder') return [];
		const whole = {
			work: work.id,
			isPair: isPairWork(work),
			savedAt: summary.savedAt,
			files: openVersion.files
		};
		const own =
			work.kind === 'project' ? ofProject(summary, openVersion, sources) : ofChallenge(summary, openVersion, sources);
		return [{ ...whole, ...own }];
	});
}

type OwnPart = Pick<PortfolioEntry, 'kind' | 'title' | 'language' | 'whose' | 'decision' | 'code' | 'picture'>;

function ofProject({ work }: WorkSummary, { project, files }: Version, { covers, language }: EntrySources): OwnPart {
	const cover = covers.get(work.id);
	const who = project?.card?.who.trim() ?? '';
	return {
		kind: m.portfolio_project(),
		title: project?.title || m.project_untitled(),
		language,
		whose: who === '' ? '' : m.portfolio_for({ who }),
		decision: null,
		code: textFilesOf(files),
		picture: cover ? { kind: 'cover', cover } : null
	};
}

function ofChallenge(
	{ work }: WorkSummary,
	{ files, decision }: Version,
	{ challenges, language }: EntrySources
): OwnPart {
	const challenge = findPortfolioChallenge(challenges, work.challenge);
	const given = challenge?.given ?? [];
	const kind = m.portfolio_challenge();
	return {
		kind: challenge ? `${kind} · ${challenge.place}` : kind,
		title: challenge?.title ?? m.portfolio_unknown_challenge({ name: work.challenge?.id ?? '' }),
		language: challenge?.language ?? language,
		whose: challenge ? `${challenge.person.name}, ${challenge.person.role}` : '',
		decision: decisionOf(decision, challenge, language),
		code: Object.fromEntries(Object.entries(textFilesOf(files)).filter(([path]) => !given.includes(path))),
		picture: challenge?.hasPicture ? { kind: 'challenge', id: challenge.id } : null
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
	const set = describeChosenValues(values, challenge?.decision.values ?? {}, language);
	return {
		question: challenge?.decision.question ?? '',
		option: title !== '' && set !== '' ? `${title} (${set})` : title,
		position
	};
}

/** Everything that can be said of a challenge's folder without a person. */
import type { Judge } from '../../sandbox/judge/index.ts';
import { readChallenge, type Packed, type ReadChallenge } from '../../src/lib/server/content/pack.ts';
import { unique, type ContentProblem } from '../../src/lib/server/content/problem.ts';
import { askProblems } from './asked.ts';
import { decisionProblems } from './decision.ts';
import { Judging } from './judging.ts';
import { catchMutants } from './mutants.ts';
import { playProblems } from './play-problems.ts';
import { checkedSteps } from './programs.ts';
import { sizeProblems } from './sizes.ts';
import { solve } from './solution.ts';
import { arrangeProblems, heldProblems, startProblems } from './starts.ts';
import { typeProblems } from './types.ts';
import { typographyProblems } from './typography.ts';

export interface Checked {
	/** As it was asked for. */
	folder: string;
	problems: ContentProblem[];
	/** What was found out on the way; absent when the folder could not be packed. */
	found?: Found;
}

export interface Found {
	version: string;
	steps: number;
	checks: number;
	held: number;
	/** By mutant: the ids of the checks that catch it. */
	mutants: Record<string, string[]>;
	/** Milliseconds of the solution's slowest check, and the limit. */
	slowest: number;
	limit: number;
	/** Bytes of the start with its scene, compiled. */
	bundle: number;
	/** Sources that nobody has compared with their text yet. */
	unread: number;
}

export async function checkChallenge(folder: string, judge: Judge): Promise<Checked> {
	let read: ReadChallenge;
	try {
		read = await readChallenge(folder);
	} catch (error) {
		return { folder, problems: [{ file: '', line: 1, message: unreadable(error) }] };
	}
	const { packed } = read;
	if (packed === undefined) return { folder, problems: read.problems };
	const { problems, found } = await lookInto(judge, read, packed);
	const all = unique([...read.problems, ...problems]);
	// What does not even load has said so in its line; its types say it again.
	const types = typeProblems(read, packed).filter(
		({ file, line }) => !all.some((other) => other.file === file && other.line === line)
	);
	return { folder, problems: [...all, ...unique(types)], found };
}

async function lookInto(
	judge: Judge,
	read: ReadChallenge,
	packed: Packed
): Promise<{ problems: ContentProblem[]; found: Found }> {
	const judging = new Judging(judge, read, packed);
	const [starts, held, arranged, decided] = await Promise.all([
		startProblems(judging, read, packed),
		heldProblems(judging, packed),
		arrangeProblems(judging, read, packed),
		decisionProblems(judge, read, packed)
	]);
	// A scene without its words describes nothing, and these are said already.
	const played = read.problems.length === 0 ? await playProblems(judge, read, packed) : [];
	const caught = await catchMutants(judging, read, packed);
	// Last and by itself: its time is measured.
	const solved = await solve(judging, read, packed);
	// What is wrong with its words, or with the solution, is said already.
	const isFit = read.problems.length === 0 && solved.problems.length === 0;
	const asked = isFit ? await askProblems(judge, read, packed) : [];
	const { challenge } = packed;
	const checks = new Set(checkedSteps(challenge).map(({ checks }) => checks));
	return {
		problems: [
			...starts,
			...held,
			...arranged,
			...solved.problems,
			...caught.problems,
			...decided,
			...played,
			...asked,
			...sizeProblems(read, packed),
			...typographyProblems(read)
		],
		found: {
			version: challenge.version,
			steps: challenge.steps.length,
			checks: checks.size,
			held: judging.held.length,
			mutants: caught.by,
			slowest: Math.round(solved.slowest),
			limit: solved.limits.time,
			bundle: Math.max(
				...challenge.languages.map((language) => Buffer.byteLength(challenge.startBundle[language].code))
			),
			unread: packed.unread
		}
	};
}

function unreadable(error: unknown): string {
	const { code, path, message } = Object(error) as Partial<Record<'code' | 'path' | 'message', unknown>>;
	if (code === 'ENOENT') return 'there is no such folder';
	if (code === 'ENOTDIR') return 'is not a folder';
	return code === 'EACCES' ? `${String(path)} may not be read` : `cannot be read: ${String(message)}`;
}

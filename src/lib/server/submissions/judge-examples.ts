/** Judges the examples of a student: those handed in with a work, and those of one step before that. */
import type { CaughtMutants } from '#lib/domain/caught-mutants.ts';
import { examplesByStep, type WrittenExample } from '#lib/domain/written-example.ts';
import { findCatchPrograms, type CatchStepPrograms, type CatchStep } from '#lib/server/content/catchable-mutants.ts';
import { judgeWrittenExamples } from '#lib/server/content/judge-written-examples.ts';
import { loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import { RecentCache } from '#lib/server/content/recent-cache.ts';
import type { Database } from '#lib/server/db/database.ts';
import { tryExamples } from '#lib/server/judge.ts';

/** By hash and step: a class hands in at once, and which wrong programs count takes a run of each. */
const recentPrograms = new RecentCache<Promise<CatchStepPrograms>>(8);

/**
 * `steps` is the saved lesson that was handed in, of any form. Returns null where the version has nothing to catch, and for a lesson of
 * a version that had nothing.
 */
export async function judgeHandedInExamples(
	database: Database,
	challengeHash: string,
	steps: unknown
): Promise<CaughtMutants[] | null> {
	const examples = examplesByStep(steps);
	const catchSteps = (await catchStepsOf(database, challengeHash)).filter(({ id }) => examples.has(id));
	if (catchSteps.length === 0) return null;
	return Promise.all(catchSteps.map((step) => judgeStep(database, challengeHash, step, examples.get(step.id) ?? [])));
}

/** Judges examples that are not handed in. Returns undefined where the version has no such step to catch. */
export async function judgeTrialExamples(
	database: Database,
	challengeHash: string,
	id: string,
	examples: readonly WrittenExample[]
): Promise<CaughtMutants | undefined> {
	const step = (await catchStepsOf(database, challengeHash)).find((each) => each.id === id);
	return step && judgeStep(database, challengeHash, step, examples);
}

async function catchStepsOf(database: Database, challengeHash: string): Promise<CatchStep[]> {
	const { steps = [] } = (await findPackage(database, challengeHash)) ?? {};
	return steps.filter((step) => step.kind === 'catch');
}

async function judgeStep(
	database: Database,
	challengeHash: string,
	step: CatchStep,
	examples: readonly WrittenExample[]
): Promise<CaughtMutants> {
	return judgeWrittenExamples(await programsFor(database, challengeHash, step), examples, tryExamples);
}

function programsFor(database: Database, hash: string, step: CatchStep): Promise<CatchStepPrograms> {
	const key = `${hash} ${step.id}`;
	const cachedPrograms = recentPrograms.get(key);
	if (cachedPrograms !== undefined) return cachedPrograms;
	const programs = findPrograms(database, hash, step);
	recentPrograms.set(key, programs);
	programs.catch(() => recentPrograms.delete(key));
	return programs;
}

async function findPrograms(database: Database, hash: string, step: CatchStep): Promise<CatchStepPrograms> {
	const [challenge, hidden] = await Promise.all([findPackage(database, hash), loadPrivatePart(hash, database)]);
	if (!challenge || !hidden) throw new Error('There is no such version of a challenge.');
	return findCatchPrograms({ challenge, privatePart: hidden }, step, tryExamples);
}

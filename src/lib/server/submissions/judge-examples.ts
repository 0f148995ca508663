import type { CaughtMutants } from '#lib/domain/verdict.ts';
import { readExamplesByStep, type WrittenExample } from '#lib/domain/written-example.ts';
import {
	prepareCatchStepPrograms,
	type CatchStepPrograms,
	type CatchStep
} from '#lib/server/content/catchable-mutants.ts';
import { judgeWrittenExamples } from '#lib/server/content/judge-written-examples.ts';
import { loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import { RecentCache } from '#lib/server/content/recent-cache.ts';
import type { Database } from '#lib/server/db/database.ts';
import { tryExamplesInJudge } from '#lib/server/judge.ts';

/**
 * Cached by version hash and step, because a class hands in at once, and every wrong program has to be run to find out whether
 * it counts.
 */
const recentCatchStepPrograms = new RecentCache<Promise<CatchStepPrograms>>(8);

/**
 * Judges the examples in `steps`, the handed-in lesson in any format. Returns null when there is no step "catch", in this
 * version or in the version that the lesson was made with.
 */
export async function judgeHandedInExamples(
	database: Database,
	challengeHash: string,
	steps: unknown
): Promise<CaughtMutants[] | null> {
	const examples = readExamplesByStep(steps);
	const catchSteps = (await catchStepsOf(database, challengeHash)).filter(({ id }) => examples.has(id));
	if (catchSteps.length === 0) return null;
	return Promise.all(
		catchSteps.map((step) => judgeCatchStep(database, challengeHash, step, examples.get(step.id) ?? []))
	);
}

/** Judges examples that are not handed in. Returns undefined when the version has no step "catch" with this id. */
export async function judgeTrialExamples(
	database: Database,
	challengeHash: string,
	id: string,
	examples: readonly WrittenExample[]
): Promise<CaughtMutants | undefined> {
	const step = (await catchStepsOf(database, challengeHash)).find((each) => each.id === id);
	return step && judgeCatchStep(database, challengeHash, step, examples);
}

async function catchStepsOf(database: Database, challengeHash: string): Promise<CatchStep[]> {
	const { steps = [] } = (await findPackage(database, challengeHash)) ?? {};
	return steps.filter((step) => step.kind === 'catch');
}

async function judgeCatchStep(
	database: Database,
	challengeHash: string,
	step: CatchStep,
	examples: readonly WrittenExample[]
): Promise<CaughtMutants> {
	return judgeWrittenExamples(
		await findOrPrepareCatchPrograms(database, challengeHash, step),
		examples,
		tryExamplesInJudge
	);
}

function findOrPrepareCatchPrograms(database: Database, hash: string, step: CatchStep): Promise<CatchStepPrograms> {
	const key = `${hash} ${step.id}`;
	const cachedPrograms = recentCatchStepPrograms.get(key);
	if (cachedPrograms !== undefined) return cachedPrograms;
	const programs = prepareCatchPrograms(database, hash, step);
	recentCatchStepPrograms.set(key, programs);
	programs.catch(() => recentCatchStepPrograms.delete(key));
	return programs;
}

async function prepareCatchPrograms(database: Database, hash: string, step: CatchStep): Promise<CatchStepPrograms> {
	const [challenge, hidden] = await Promise.all([findPackage(database, hash), loadPrivatePart(hash, database)]);
	if (!challenge || !hidden) throw new Error('There is no such version of a challenge.');
	return prepareCatchStepPrograms({ challenge, privatePart: hidden }, step, tryExamplesInJudge);
}

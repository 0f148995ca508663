/** Judges the examples that were handed in with a work, step by step. */
import type { CaughtMutants } from '#lib/domain/caught-mutants.ts';
import { examplesByStep } from '#lib/domain/written-example.ts';
import { catchProgramsOf, type CatchStepPrograms, type CatchStep } from '#lib/server/content/catchable-mutants.ts';
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
export async function mutantsCaughtBy(
	database: Database,
	challengeHash: string,
	steps: unknown
): Promise<CaughtMutants[] | null> {
	const written = examplesByStep(steps);
	const { steps: all = [] } = (await findPackage(database, challengeHash)) ?? {};
	const asked = all.filter((step) => step.kind === 'catch').filter(({ id }) => written.has(id));
	if (asked.length === 0) return null;
	return Promise.all(
		asked.map(async (step) => {
			const programs = await programsFor(database, challengeHash, step);
			return judgeWrittenExamples(programs, written.get(step.id) ?? [], tryExamples);
		})
	);
}

function programsFor(database: Database, hash: string, step: CatchStep): Promise<CatchStepPrograms> {
	const key = `${hash} ${step.id}`;
	const known = recentPrograms.get(key);
	if (known !== undefined) return known;
	const found = findPrograms(database, hash, step);
	recentPrograms.set(key, found);
	found.catch(() => recentPrograms.delete(key));
	return found;
}

async function findPrograms(database: Database, hash: string, step: CatchStep): Promise<CatchStepPrograms> {
	const [challenge, hidden] = await Promise.all([findPackage(database, hash), loadPrivatePart(hash, database)]);
	if (!challenge || !hidden) throw new Error('There is no such version of a challenge.');
	return catchProgramsOf({ challenge, private: hidden }, step, tryExamples);
}

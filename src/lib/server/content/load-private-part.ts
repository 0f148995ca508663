/** Reads the private part of a version; code that answers a student's browser must not import this. */
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { DISCLOSURES } from '#sandbox/judge/index.ts';
import { database, schema, type Database } from '#lib/server/db/index.ts';
import { isExampleJsonValue, type ExampleJsonValue } from '#lib/domain/exercise/exercise.ts';
import { LANGUAGES } from '#lib/domain/language.ts';
import { isProgrammeId, type ProgrammeId } from '#lib/domain/programme.ts';
import { LESSON_MODES, type Challenge } from '#lib/domain/challenge.ts';
import type { PrivatePart } from './pack.ts';
import { findBuiltPrivatePart } from './built-private-parts.ts';
import { hashOfCatchLesson, createCatchLesson } from './catch-lesson.ts';
import { findPackage, storePackage } from './packages.ts';

/** Stores it first when an earlier Braise had not. Undefined without a step "catch", or with only such steps. */
export async function findOrStoreCatchLesson(database: Database, challenge: Challenge): Promise<Challenge | undefined> {
	const storedLesson = await findPackage(database, hashOfCatchLesson(challenge.hash));
	if (storedLesson !== undefined) return storedLesson;
	const privatePart = await loadPrivatePart(challenge.hash, database);
	const lesson = privatePart && createCatchLesson({ challenge, privatePart });
	if (lesson === undefined) return undefined;
	await storePackage(database, lesson.challenge, lesson.privatePart);
	return lesson.challenge;
}

const filesSchema = v.record(v.string(), v.string());
const exampleValueSchema = v.custom<ExampleJsonValue>(isExampleJsonValue);
const functionCallFields = { function: v.string(), given: v.array(exampleValueSchema) };
const catchPartSchema = v.object({
	sentences: v.record(v.string(), v.record(v.picklist(LANGUAGES), v.string())),
	automatic: v.array(v.object({ file: v.string(), text: v.string() })),
	known: v.array(
		v.union([
			v.object({ ...functionCallFields, returns: exampleValueSchema, within: v.exactOptional(v.number()) }),
			v.object({ ...functionCallFields, throws: v.literal(true) })
		])
	)
});
const titledTextFields = { id: v.string(), title: v.string(), body: v.string() };
const teacherTextSchema = v.object({
	purpose: v.string(),
	plan: v.array(v.object({ ...titledTextFields, minutes: v.number(), mode: v.picklist(LESSON_MODES) })),
	mistakes: v.array(v.object(titledTextFields)),
	debate: v.array(v.object({ id: v.string(), question: v.string() })),
	rubric: v.array(
		v.object({
			id: v.string(),
			title: v.string(),
			levels: v.array(v.object({ id: v.string(), text: v.string() }))
		})
	)
});
export const privatePartSchema: v.GenericSchema<unknown, PrivatePart> = v.object({
	solution: filesSchema,
	checks: filesSchema,
	// Versions that an earlier Braise stored have no field `disclose`.
	disclose: v.optional(v.record(v.string(), v.picklist(DISCLOSURES)), {}),
	mutants: v.record(v.string(), filesSchema),
	catch: v.optional(catchPartSchema),
	teacher: v.object({ fr: teacherTextSchema, en: teacherTextSchema }),
	programme: v.array(v.custom<ProgrammeId>((id) => typeof id === 'string' && isProgrammeId(id)))
});

/** Only for the judge, and for teachers after a permission check. No other code reads the database column `hidden`. */
export async function loadPrivatePart(hash: string, givenDatabase?: Database): Promise<PrivatePart | undefined> {
	// The hash may come from an address: a name such as "valueOf" must not find a built-in property.
	if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
	return (await findBuiltPrivatePart(hash)) ?? findStoredPrivatePart(givenDatabase ?? database(), hash);
}

async function findStoredPrivatePart(from: Database, hash: string): Promise<PrivatePart | undefined> {
	const { challengePackage } = schema;
	const [found] = await from
		.select({ hidden: challengePackage.hidden })
		.from(challengePackage)
		.where(eq(challengePackage.hash, hash));
	return found && v.parse(privatePartSchema, found.hidden);
}

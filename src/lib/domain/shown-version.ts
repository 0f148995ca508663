/** The parts of a challenge's version that its maker shows to the problem's teller. */
import * as v from 'valibot';
import { LANGUAGES } from './language.ts';
import { parseWithSchema } from './parse.ts';
import { VALUE_KINDS } from './plain-values.ts';

/**
 * Groups of facts. `story`: the person and their problem. `rule`: what the checks say. `figures`: dials and options. `sources`: where the
 * rules come from.
 */
export const FACT_GROUPS = ['story', 'rule', 'figures', 'sources'] as const;
export type FactGroup = (typeof FACT_GROUPS)[number];

/** Upper limit of characters of a compiled program: a telephone fetches the program again on each visit, and the database keeps it. */
export const LARGEST_SHOWN_PROGRAM = 2_000_000;
/** Upper limit of facts of a version: a teller who had to tick more would read none of them. */
export const MOST_VERSION_FACTS = 300;
/** Upper limit of characters of a fact, which is one paragraph. */
export const LONGEST_VERSION_FACT = 4000;
/** Upper limit of entries in each list (dials, options, functions, parameters): many more than a page can show. */
const MOST_LIST_ENTRIES = 60;

const factSchema = v.object({
	id: v.string(),
	group: v.picklist(FACT_GROUPS),
	text: v.pipe(v.string(), v.maxLength(LONGEST_VERSION_FACT))
});
export type ChallengeFact = v.InferOutput<typeof factSchema>;

const numberSchema = v.pipe(v.number(), v.finite());
const dialSchema = v.object({
	id: v.string(),
	label: v.string(),
	unit: v.string(),
	min: numberSchema,
	max: numberSchema,
	step: numberSchema,
	start: numberSchema
});
export type ShownDial = v.InferOutput<typeof dialSchema>;

const createListSchema = <Item>(itemSchema: v.GenericSchema<unknown, Item>) =>
	v.pipe(v.array(itemSchema), v.maxLength(MOST_LIST_ENTRIES));
const valueKindSchema = v.picklist(VALUE_KINDS);
const functionSignatureSchema = v.object({
	name: v.string(),
	parameters: createListSchema(v.object({ name: v.string(), kind: valueKindSchema })),
	returns: valueKindSchema
});

const shownVersionSchema = v.object({
	language: v.picklist(LANGUAGES),
	title: v.string(),
	/** The author's version number. */
	version: v.string(),
	labels: v.record(v.string(), v.string()),
	/** The situation that the scene plays first, with the stage dials (`hand`). */
	situation: v.string(),
	hand: createListSchema(dialSchema),
	/** Options of the decision; empty for an exercise. */
	options: createListSchema(v.object({ id: v.string(), title: v.string() })),
	/** Dials of the option that students set themselves. */
	another: createListSchema(dialSchema),
	decideSituation: v.string(),
	/** Labels of the decision's figures by id. */
	figures: v.record(v.string(), v.string()),
	functions: createListSchema(functionSignatureSchema),
	facts: v.pipe(v.array(factSchema), v.maxLength(MOST_VERSION_FACTS))
});
export type ShownVersion = v.InferOutput<typeof shownVersionSchema>;
/** Reads a stored version; undefined when another version of Braise wrote it, or when it exceeds the limits. */
export const parseShownVersion = (input: unknown): ShownVersion | undefined =>
	parseWithSchema(shownVersionSchema, input);

/** Which part of a version is too large to be shown. `lists`: a paragraph, or a list of dials, options or functions. */
export const SHOWN_VERSION_EXCESSES = ['program', 'facts', 'lists'] as const;
export type ShownVersionExcess = (typeof SHOWN_VERSION_EXCESSES)[number];

/** Returns which part of a version is too large to be shown; undefined when none is. */
export function findShownVersionExcess(version: ShownVersion, program: string): ShownVersionExcess | undefined {
	if (program.length > LARGEST_SHOWN_PROGRAM) return 'program';
	if (version.facts.length > MOST_VERSION_FACTS) return 'facts';
	return parseShownVersion(version) === undefined ? 'lists' : undefined;
}

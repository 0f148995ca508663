/** The version of a challenge that its maker shows to the teller of the problem, as a page holds it. */
import * as v from 'valibot';
import { LANGUAGES } from './language.ts';
import { parse } from './parse.ts';
import { VALUE_KINDS } from './plain-values.ts';

/** `story`: the person and their problem. `rule`: what the checks say. `figures`: dials and options. `sources`: where rules come from. */
export const FACT_GROUPS = ['story', 'rule', 'figures', 'sources'] as const;
export type FactGroup = (typeof FACT_GROUPS)[number];

/** Characters of a compiled program: a telephone fetches it again on each visit, and the database keeps it. */
export const LARGEST_PROGRAM = 2_000_000;
/** Whoever has to tick more reads none of them. */
export const MOST_FACTS = 300;
/** Characters of one paragraph. */
export const LONGEST_FACT = 4000;
/** Dials of one list, options, functions, parameters: many more than a page can show. */
const MOST_LISTED = 60;

const factSchema = v.object({
	id: v.string(),
	group: v.picklist(FACT_GROUPS),
	text: v.pipe(v.string(), v.maxLength(LONGEST_FACT))
});
export type Fact = v.InferOutput<typeof factSchema>;

const number = v.pipe(v.number(), v.finite());
const dialSchema = v.object({
	id: v.string(),
	label: v.string(),
	unit: v.string(),
	min: number,
	max: number,
	step: number,
	start: number
});
export type ShownDial = v.InferOutput<typeof dialSchema>;

const listOf = <Item>(item: v.GenericSchema<unknown, Item>) => v.pipe(v.array(item), v.maxLength(MOST_LISTED));
const kindSchema = v.picklist(VALUE_KINDS);
const signatureSchema = v.object({
	name: v.string(),
	parameters: listOf(v.object({ name: v.string(), kind: kindSchema })),
	returns: kindSchema
});

const shownVersionSchema = v.object({
	language: v.picklist(LANGUAGES),
	title: v.string(),
	/** The author's version number. */
	version: v.string(),
	labels: v.record(v.string(), v.string()),
	/** What the scene plays first, with the dials of the hand. */
	situation: v.string(),
	hand: listOf(dialSchema),
	/** Empty for an exercise. */
	options: listOf(v.object({ id: v.string(), title: v.string() })),
	/** The dials of an option of one's own. */
	another: listOf(dialSchema),
	decideSituation: v.string(),
	/** Labels of the decision's figures. */
	figures: v.record(v.string(), v.string()),
	functions: listOf(signatureSchema),
	facts: v.pipe(v.array(factSchema), v.maxLength(MOST_FACTS))
});
export type ShownVersion = v.InferOutput<typeof shownVersionSchema>;
/** Returns undefined for a row that another version wrote, and for more than is ever shown. */
export const parseShownVersion = (input: unknown): ShownVersion | undefined => parse(shownVersionSchema, input);

/** What of a version is too much to be shown. `lists`: a paragraph, or a list of dials, options or functions. */
export const EXCESSES = ['program', 'facts', 'lists'] as const;
export type Excess = (typeof EXCESSES)[number];

/** Returns undefined for a version that can be shown. */
export function excessOf(version: ShownVersion, program: string): Excess | undefined {
	if (program.length > LARGEST_PROGRAM) return 'program';
	if (version.facts.length > MOST_FACTS) return 'facts';
	return parseShownVersion(version) === undefined ? 'lists' : undefined;
}

import * as v from 'valibot';
import { LANGUAGES } from './language.ts';
import { parseWithSchema, parseStorable } from './parse.ts';
import { isExampleJsonValue, type ExampleJsonValue } from './exercise/exercise.ts';

/**
 * Groups of facts. `story`: the person and their problem. `rule`: what the checks say. `figures`: dials and options. `sources`: where the
 * rules come from.
 */
export const FACT_GROUPS = ['story', 'rule', 'figures', 'sources'] as const;
export type FactGroup = (typeof FACT_GROUPS)[number];

/** Upper limit of characters of a compiled program: a telephone fetches the program again on each visit, and the database keeps it. */
export const LARGEST_SHOWN_PROGRAM = 2_000_000;
/** Upper limit of facts of a version: a contributor who had to tick more would read none of them. */
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
/** Kinds of value; `any` when the program does not say which kind it takes. */
const VALUE_KINDS = ['number', 'text', 'yes-no', 'numbers', 'any'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];
const valueKindSchema = v.picklist(VALUE_KINDS);
const functionSignatureSchema = v.object({
	name: v.string(),
	parameters: createListSchema(v.object({ name: v.string(), kind: valueKindSchema })),
	returns: valueKindSchema
});

const shownVersionSchema = v.object({
	language: v.picklist(LANGUAGES),
	title: v.string(),
	version: v.string(),
	labels: v.record(v.string(), v.string()),
	/** The situation that the scene plays first, with the stage dials (`hand`). */
	situation: v.string(),
	hand: createListSchema(dialSchema),
	/** Options of the decision; empty for an exercise. */
	options: createListSchema(v.object({ id: v.string(), title: v.string() })),
	another: createListSchema(dialSchema),
	decideSituation: v.string(),
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

export function findShownVersionExcess(version: ShownVersion, program: string): ShownVersionExcess | undefined {
	if (program.length > LARGEST_SHOWN_PROGRAM) return 'program';
	if (version.facts.length > MOST_VERSION_FACTS) return 'facts';
	return parseShownVersion(version) === undefined ? 'lists' : undefined;
}

export const CONTRIBUTOR_NAMINGS = ['name', 'firm', 'nobody'] as const;
export type ContributorNaming = (typeof CONTRIBUTOR_NAMINGS)[number];

export const PROPOSAL_STATES = ['waiting', 'taken', 'declined'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const LONGEST_FACT_REASON = 500;
export const LONGEST_PROPOSAL_REMARK = 1000;
export const LONGEST_CONTRIBUTOR_NAME = 80;
export const LONGEST_PROPOSED_TEXT = 200;
/** Upper limit of numbers in a list: as many as the form's field can hold. */
const MOST_LIST_NUMBERS = LONGEST_PROPOSED_TEXT / 2;
export const MOST_PROPOSED_EXAMPLES = 12;
const MOST_PROPOSED_VALUES = 120;
/**
 * Returns the schema of a text. The length is measured after normalising, as the text is stored, so that a stored text can be
 * read again.
 */
const createTextSchema = (longest: number) =>
	v.pipe(
		v.string(),
		v.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
		v.maxLength(longest)
	);
const proposedValueSchema = v.pipe(
	v.custom<ExampleJsonValue>(isExampleJsonValue),
	v.check((value) => {
		if (typeof value === 'string') return value.length <= LONGEST_PROPOSED_TEXT;
		return (
			typeof value !== 'object' || (Array.isArray(value) && value.length <= MOST_LIST_NUMBERS && value.every(isNumber))
		);
	})
);
const isNumber = (value: unknown): boolean => typeof value === 'number';

const proposalSchema = v.strictObject({
	values: v.pipe(
		v.record(v.string(), numberSchema),
		v.check((values) => Object.keys(values).length <= MOST_PROPOSED_VALUES)
	),
	examples: v.pipe(
		v.array(
			v.strictObject({ function: v.string(), given: v.array(proposedValueSchema), returns: proposedValueSchema })
		),
		v.maxLength(MOST_PROPOSED_EXAMPLES)
	),
	remark: createTextSchema(LONGEST_PROPOSAL_REMARK)
});
export type Proposal = v.InferOutput<typeof proposalSchema>;
export type ProposedExample = Proposal['examples'][number];
export const parseStoredProposal = (input: unknown): Proposal | undefined => parseWithSchema(proposalSchema, input);

/**
 * Reads a contributor's proposal; undefined when it is empty, or has a dial, a function or an out-of-bounds value that the shown
 * version does not allow.
 */
export function parseProposal(input: unknown, version: ShownVersion): Proposal | undefined {
	const proposal = parseStorable(proposalSchema, input);
	if (proposal === undefined) return undefined;
	const isFitting =
		Object.entries(proposal.values).every(([id, value]) => isDialValueAllowed(version, id, value)) &&
		proposal.examples.every((example) => hasExampleFunction(version, example));
	const isEmpty = Object.keys(proposal.values).length + proposal.examples.length === 0 && proposal.remark === '';
	return isFitting && !isEmpty ? proposal : undefined;
}

export const isDialValueAllowed = ({ hand, another }: ShownVersion, id: string, value: number): boolean =>
	[...hand, ...another].some((dial) => dial.id === id && value >= dial.min && value <= dial.max);

export const hasExampleFunction = ({ functions }: ShownVersion, example: ProposedExample): boolean =>
	functions.some(({ name, parameters }) => name === example.function && parameters.length === example.given.length);

const factReasonSchema = createTextSchema(LONGEST_FACT_REASON);
/** Reads a contributor's reason why a fact is wrong; undefined when it is empty or cannot be stored. */
export function parseFactReason(text: string): string | undefined {
	const reason = parseStorable(factReasonSchema, text);
	return reason === '' ? undefined : reason;
}

const namingWishSchema = v.variant('naming', [
	v.object({ naming: v.literal('nobody') }),
	v.object({
		naming: v.picklist(['name', 'firm']),
		name: v.pipe(
			createTextSchema(LONGEST_CONTRIBUTOR_NAME),
			v.transform((text) => text.replace(/\s+/g, ' ')),
			v.minLength(1)
		)
	})
]);
export interface ContributorNamingWish {
	naming: ContributorNaming;
	/** Name to print; empty for a contributor who wishes not to be named. */
	name: string;
}
/** Reads how a contributor wishes to be named; undefined when a name is needed and missing. */
export function parseNamingWish(naming: string, name: string): ContributorNamingWish | undefined {
	const wish = parseStorable(namingWishSchema, { naming, name });
	return wish && { naming: wish.naming, name: 'name' in wish ? wish.name : '' };
}

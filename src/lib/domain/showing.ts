/** The answers of a problem's teller to a shown version: proposals, facts, an approval. */
import * as v from 'valibot';
import { isExampleJsonValue, type ExampleJsonValue } from './exercise/typed-value.ts';
import { parseWithSchema } from './parse.ts';
import type { ShownVersion } from './shown-version.ts';
import { parseStorable } from './storable.ts';

/** How a teller wishes to be named in the challenge. */
export const TELLER_NAMINGS = ['name', 'firm', 'nobody'] as const;
export type TellerNaming = (typeof TELLER_NAMINGS)[number];

export const PROPOSAL_STATES = ['waiting', 'taken', 'declined'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const LONGEST_FACT_REASON = 500;
export const LONGEST_PROPOSAL_REMARK = 1000;
export const LONGEST_TELLER_NAME = 80;
/** Upper limit of characters of one field of the proposal's form. */
export const LONGEST_PROPOSED_TEXT = 200;
/** Upper limit of numbers in a list: as many as the form's field can hold. */
const MOST_LIST_NUMBERS = LONGEST_PROPOSED_TEXT / 2;
export const MOST_PROPOSED_EXAMPLES = 12;
const MOST_PROPOSED_VALUES = 120;
const numberSchema = v.pipe(v.number(), v.finite());
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
	/** The dials that the teller moved, with their values. */
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
 * Reads a teller's proposal; undefined when it is empty, or has a dial, a function or an out-of-bounds value that the shown
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

/** Tells whether a version has this dial and the value is within the dial's bounds. */
export const isDialValueAllowed = ({ hand, another }: ShownVersion, id: string, value: number): boolean =>
	[...hand, ...another].some((dial) => dial.id === id && value >= dial.min && value <= dial.max);

/** Tells whether a version has an example's function, with as many parameters as the example has values. */
export const hasExampleFunction = ({ functions }: ShownVersion, example: ProposedExample): boolean =>
	functions.some(({ name, parameters }) => name === example.function && parameters.length === example.given.length);

const factReasonSchema = createTextSchema(LONGEST_FACT_REASON);
/** Reads a teller's reason why a fact is wrong; undefined when it is empty or cannot be stored. */
export function parseFactReason(text: string): string | undefined {
	const reason = parseStorable(factReasonSchema, text);
	return reason === '' ? undefined : reason;
}

const namingWishSchema = v.variant('naming', [
	v.object({ naming: v.literal('nobody') }),
	v.object({
		naming: v.picklist(['name', 'firm']),
		name: v.pipe(
			createTextSchema(LONGEST_TELLER_NAME),
			v.transform((text) => text.replace(/\s+/g, ' ')),
			v.minLength(1)
		)
	})
]);
export interface TellerNamingWish {
	naming: TellerNaming;
	/** Name to print; empty for a teller who wishes not to be named. */
	name: string;
}
/** Reads how a teller wishes to be named; undefined when a name is needed and missing. */
export function parseNamingWish(naming: string, name: string): TellerNamingWish | undefined {
	const wish = parseStorable(namingWishSchema, { naming, name });
	return wish && { naming: wish.naming, name: 'name' in wish ? wish.name : '' };
}

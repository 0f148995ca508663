/** What the teller of a problem answers to the version that they are shown: proposals, facts, an approval. */
import * as v from 'valibot';
import { isTypedValue, type TypedValue } from './exercise/typed-value.ts';
import { parse } from './parse.ts';
import type { ShownVersion } from './shown-version.ts';
import { isStorable } from './storable.ts';

/** How a teller is named in the challenge. */
export const NAMINGS = ['name', 'firm', 'nobody'] as const;
export type Naming = (typeof NAMINGS)[number];

export const PROPOSAL_STATES = ['waiting', 'taken', 'declined'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const LONGEST_REASON = 500;
export const LONGEST_REMARK = 1000;
export const LONGEST_NAMING = 80;
/** Characters of a field of the form. */
export const LONGEST_TEXT_VALUE = 200;
/** What the form's field can hold of a list. */
const MOST_NUMBERS = LONGEST_TEXT_VALUE / 2;
export const MOST_EXAMPLES = 12;
const MOST_VALUES = 120;
const number = v.pipe(v.number(), v.finite());
/** Measured as it is kept, so that what is stored can be read again. */
const words = (longest: number) =>
	v.pipe(
		v.string(),
		v.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
		v.maxLength(longest)
	);
const valueSchema = v.pipe(
	v.custom<TypedValue>(isTypedValue),
	v.check((value) => {
		if (typeof value === 'string') return value.length <= LONGEST_TEXT_VALUE;
		return typeof value !== 'object' || (Array.isArray(value) && value.length <= MOST_NUMBERS && value.every(isNumber));
	})
);
const isNumber = (value: unknown): boolean => typeof value === 'number';

const proposalSchema = v.strictObject({
	/** By dial, those that were moved. */
	values: v.pipe(
		v.record(v.string(), number),
		v.check((values) => Object.keys(values).length <= MOST_VALUES)
	),
	examples: v.pipe(
		v.array(v.strictObject({ function: v.string(), given: v.array(valueSchema), returns: valueSchema })),
		v.maxLength(MOST_EXAMPLES)
	),
	remark: words(LONGEST_REMARK)
});
export type Proposal = v.InferOutput<typeof proposalSchema>;
export type ProposedExample = Proposal['examples'][number];
export const parseStoredProposal = (input: unknown): Proposal | undefined => parse(proposalSchema, input);

/** Returns a proposal that says something, and only of what the version has: its dials within their bounds, its functions. */
export function parseProposal(input: unknown, version: ShownVersion): Proposal | undefined {
	const read = isStorable(input) ? parse(proposalSchema, input) : undefined;
	if (read === undefined) return undefined;
	const fits =
		Object.entries(read.values).every(([id, value]) => hasValue(version, id, value)) &&
		read.examples.every((example) => hasFunction(version, example));
	const isEmpty = Object.keys(read.values).length + read.examples.length === 0 && read.remark === '';
	return fits && !isEmpty ? read : undefined;
}

/** Tells whether a version has this dial, with this value. */
export const hasValue = ({ hand, another }: ShownVersion, id: string, value: number): boolean =>
	[...hand, ...another].some((dial) => dial.id === id && value >= dial.min && value <= dial.max);

/** Tells whether a version has the function of an example. */
export const hasFunction = ({ functions }: ShownVersion, example: ProposedExample): boolean =>
	functions.some(({ name, parameters }) => name === example.function && parameters.length === example.given.length);

const reasonSchema = words(LONGEST_REASON);
/** Returns why a fact is wrong; undefined when nothing is said. */
export function parseReason(text: string): string | undefined {
	const read = isStorable(text) ? parse(reasonSchema, text) : undefined;
	return read === '' ? undefined : read;
}

const wishSchema = v.variant('naming', [
	v.object({ naming: v.literal('nobody') }),
	v.object({
		naming: v.picklist(['name', 'firm']),
		name: v.pipe(
			words(LONGEST_NAMING),
			v.transform((text) => text.replace(/\s+/g, ' ')),
			v.minLength(1)
		)
	})
]);
export interface NamingWish {
	naming: Naming;
	/** Empty for nobody. */
	name: string;
}
/** Returns undefined when the name is missing that is wished. */
export function parseNamingWish(naming: string, name: string): NamingWish | undefined {
	const read = isStorable(name) ? parse(wishSchema, { naming, name }) : undefined;
	return read && { naming: read.naming, name: 'name' in read ? read.name : '' };
}

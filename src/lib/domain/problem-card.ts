import * as v from 'valibot';
import { TRADES } from './challenge.ts';
import { parseWithSchema, parseStorable } from './parse.ts';

/** Texts without which no card is sent, in the order in which they are asked. */
export const NEEDED_CARD_TEXT_IDS = ['wrong', 'whom', 'rule'] as const;
/** Texts that may be added later. `decides`: who decides, and what is argued about. `secret`: what must never leave the business. */
export const LATER_CARD_TEXT_IDS = ['decides', 'tried', 'data', 'secret'] as const;
export const CARD_TEXT_IDS = [...NEEDED_CARD_TEXT_IDS, ...LATER_CARD_TEXT_IDS] as const;
export type NeededCardTextId = (typeof NEEDED_CARD_TEXT_IDS)[number];
export type LaterCardTextId = (typeof LATER_CARD_TEXT_IDS)[number];
export type CardTextId = (typeof CARD_TEXT_IDS)[number];

export const PROBLEM_TRADES = [...TRADES, 'other'] as const;
export type ProblemTrade = (typeof PROBLEM_TRADES)[number];

export const LONGEST_CARD_TEXT = 2000;
export const MOST_CARD_CASES = 8;
export const LONGEST_CASE_CELL = 60;
export const MOST_LIST_ROWS = 12;
export const MOST_LIST_COLUMNS = 12;
const LONGEST_LIST_CELL = 80;

/** One figure of the problem: its value where all goes well, and where it goes wrong. */
export interface ProblemCase {
	label: string;
	good: string;
	bad: string;
}

/** The columns of a contributor's list, with rows that were invented in the contributor's browser. */
export interface InventedList {
	columns: string[];
	rows: string[][];
}

export type ProblemCard = Record<CardTextId, string> & { cases: ProblemCase[]; list: InventedList | null };

export const EMPTY_PROBLEM_CARD: ProblemCard = {
	wrong: '',
	whom: '',
	rule: '',
	decides: '',
	tried: '',
	data: '',
	secret: '',
	cases: [],
	list: null
};

const writtenTextSchema = v.pipe(
	v.string(),
	v.maxLength(LONGEST_CARD_TEXT),
	v.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
);
const neededTextSchema = v.pipe(writtenTextSchema, v.minLength(1));
const createShortTextSchema = (longest: number) =>
	v.pipe(
		v.string(),
		v.maxLength(longest),
		v.transform((text) =>
			text
				.normalize('NFC')
				.replace(/[\s\p{C}]+/gu, ' ')
				.trim()
		)
	);
const problemCaseSchema = v.strictObject({
	label: createShortTextSchema(LONGEST_CASE_CELL),
	good: createShortTextSchema(LONGEST_CASE_CELL),
	bad: createShortTextSchema(LONGEST_CASE_CELL)
});
const listRowSchema = v.pipe(
	v.array(createShortTextSchema(LONGEST_LIST_CELL)),
	v.minLength(1),
	v.maxLength(MOST_LIST_COLUMNS)
);
const inventedListSchema = v.pipe(
	v.strictObject({ columns: listRowSchema, rows: v.pipe(v.array(listRowSchema), v.maxLength(MOST_LIST_ROWS)) }),
	v.check(({ columns, rows }) => rows.every((row) => row.length === columns.length), 'of another width')
);

const createProblemCardSchema = <Needed extends v.GenericSchema<string, string>>(neededSchema: Needed) =>
	v.strictObject({
		wrong: neededSchema,
		whom: neededSchema,
		rule: neededSchema,
		decides: writtenTextSchema,
		tried: writtenTextSchema,
		data: writtenTextSchema,
		secret: writtenTextSchema,
		cases: v.pipe(
			v.array(problemCaseSchema),
			v.maxLength(MOST_CARD_CASES),
			v.transform((cases) => cases.filter(({ label, good, bad }) => label + good + bad !== ''))
		),
		list: v.nullable(inventedListSchema)
	});

export const newProblemCardSchema = createProblemCardSchema(neededTextSchema);
const unfinishedCardSchema = createProblemCardSchema(writtenTextSchema);

/** Reads a card that a browser saved before it was sent; any of its texts may still be empty. */
export const parseUnfinishedCard = (input: unknown): ProblemCard | undefined =>
	parseStorable(unfinishedCardSchema, input);

/** Reads a card from the database; undefined for a row that another version of Braise wrote. */
export const parseStoredProblemCard = (input: unknown): ProblemCard | undefined =>
	parseWithSchema(unfinishedCardSchema, input);

export const contributorTownSchema = createShortTextSchema(80);
export const contributorNameSchema = createShortTextSchema(60);
/** Schema of a contact: an email address, a telephone number, or words that say how to reach the contributor. */
export const contributorContactSchema = createShortTextSchema(120);

const LONGEST_CARD_TITLE = 110;
/** Returns the title of a card in lists: its first sentence, cut after a whole word. */
export function problemCardTitle({ wrong }: Pick<ProblemCard, 'wrong'>): string {
	const [line = ''] = wrong.split('\n');
	const sentence = /^.*?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
	if (sentence.length <= LONGEST_CARD_TITLE) return sentence;
	const cutSentence = [...sentence].slice(0, LONGEST_CARD_TITLE).join('');
	return `${cutSentence.slice(0, Math.max(cutSentence.lastIndexOf(' '), LONGEST_CARD_TITLE / 2))}…`;
}

const messageTextSchema = v.pipe(writtenTextSchema, v.minLength(1));
/** Returns a message of the conversation as it is stored; undefined for an empty one. */
export const parseMessageText = (text: string): string | undefined => parseStorable(messageTextSchema, text);

/** Parses and validates challenge.yaml. */
import * as v from 'valibot';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { DISCLOSURES } from '#sandbox/judge/index.ts';
import { CHALLENGE_FORMAT, LIMIT_BOUNDS, PISTES, TRADES } from '#lib/domain/challenge.ts';
import { LANGUAGES } from '#lib/domain/language.ts';
import { isProgrammeId, type ProgrammeId } from '#lib/domain/programme.ts';
import type { ContentProblem } from './problem.ts';

export const MANIFEST = 'challenge.yaml';

/** The name of a challenge, as its folder and in addresses. */
export const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const Id = v.pipe(v.string(), v.regex(/^[a-zA-Z][a-zA-Z0-9-]*$/, 'an id has letters, digits and hyphens'));
const Name = v.pipe(v.string(), v.regex(/^[a-zA-Z_$][\w$]*$/, 'not a name that a program can have'));
const Path = v.pipe(v.string(), v.regex(/^(?!\.)[\w-]+(\/[\w-]+)*\.(ts|json)$/, 'a path of a .ts or .json file'));
const Line = v.pipe(v.string(), v.trim(), v.minLength(1));
const Words = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'));
const Day = v.pipe(v.string(), v.isoDate('a day, such as 2026-11-24, or null'));
const NeverOr = v.optional(v.picklist(['never', 'always', 'jump']), 'never');

const setting = { id: Id, min: v.number(), max: v.number(), step: v.pipe(v.number(), v.gtValue(0)) };
const Adjustable = v.strictObject({ ...setting, name: Name, file: Path });
const OwnOption = v.strictObject({ ...setting, start: v.number() });

const base = { id: Id, situation: v.optional(Id), opens: NeverOr };
const Step = v.variant('kind', [
	v.strictObject({ ...base, kind: v.literal('discover') }),
	v.strictObject({
		...base,
		kind: v.literal('predict'),
		call: v.strictObject({ name: Name, args: v.array(v.unknown()) }),
		answers: v.pipe(v.array(v.string()), v.minLength(2))
	}),
	v.strictObject({ ...base, kind: v.literal('tune'), values: v.pipe(v.array(Adjustable), v.minLength(1)) }),
	v.strictObject({
		...base,
		kind: v.literal('arrange'),
		file: Path,
		name: Name,
		lines: v.pipe(v.array(Line), v.minLength(2)),
		wrong: v.pipe(v.array(Line), v.maxLength(2, 'at most two wrong lines'))
	}),
	v.strictObject({ ...base, kind: v.literal('build') }),
	v.strictObject({ ...base, kind: v.literal('stretch') }),
	v.strictObject({ ...base, kind: v.literal('decide') }),
	v.strictObject({ ...base, kind: v.literal('show') })
]);

const LICENCES = ['CC-BY-SA-4.0', 'CC-BY-4.0', 'CC0-1.0', 'EUPL-1.2', 'etalab-2.0'] as const;

/** The source of a rule: a text that people can look up, or the author's own simplification, marked as one. */
const Source = v.pipe(
	v.strictObject({
		what: Words,
		where: v.optional(Words),
		/** The day on which somebody compared the rule with that text; `null` until then. */
		checked: v.optional(v.nullable(Day)),
		model: v.optional(Words)
	}),
	v.check(
		({ where, model }) => (where === undefined) !== (model === undefined),
		'a rule has its source (`where`), or says that it is a simplification (`model`)'
	),
	v.check(
		({ where, checked }) => (where === undefined) === (checked === undefined),
		'beside `where` stands `checked`: the day someone read it there, or null'
	)
);

const Limit = ([least, most]: readonly [number, number]) => {
	const message = `a limit is a whole number from ${least} to ${most}`;
	return v.exactOptional(v.pipe(v.number(), v.integer(message), v.minValue(least, message), v.maxValue(most, message)));
};

const Entry = v.custom<ProgrammeId>(
	(input) => typeof input === 'string' && isProgrammeId(input),
	({ input }) => `"${String(input)}" is not an entry of src/lib/domain/programme.ts`
);

const Value = v.union([v.string(), v.number(), v.boolean()]);
const Drawn = v.union(
	[
		v.strictObject({ from: v.number(), to: v.number(), step: v.optional(v.pipe(v.number(), v.gtValue(0)), 1) }),
		v.strictObject({ among: v.pipe(v.array(Value), v.minLength(2)) })
	],
	'what is drawn is { from, to, step } or { among: […] }'
);
const DrawnId = v.pipe(v.string(), v.regex(/^[a-zA-Z]\w*$/, 'what is drawn has letters and digits'));
/** The function whose result a student predicts at the hand-in, and its inputs: see lib/domain/ask. */
const Ask = v.strictObject({ name: Name, args: v.array(v.unknown()), draw: v.record(DrawnId, Drawn) });

const count = 'three or four of them';
/** Levels from the lowest. Their words are in teacher.<language>.md. */
const Criterion = v.strictObject({
	id: Id,
	levels: v.pipe(v.array(Id), v.minLength(3, count), v.maxLength(4, count))
});

const Manifest = v.strictObject({
	format: v.literal(CHALLENGE_FORMAT),
	id: v.pipe(v.string(), v.regex(SLUG, 'small letters, digits and hyphens, for it stands in an address')),
	version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'three numbers, such as 1.0.0')),
	trade: v.picklist(TRADES),
	piste: v.picklist(PISTES),
	minutes: v.pipe(v.number(), v.integer(), v.gtValue(0)),
	limits: v.exactOptional(
		v.strictObject({
			time: Limit(LIMIT_BOUNDS.time),
			total: Limit(LIMIT_BOUNDS.total),
			memory: Limit(LIMIT_BOUNDS.memory)
		})
	),
	place: Words,
	partner: v.nullable(v.string()),
	reviewer: v.nullable(v.string()),
	licence: v.picklist(LICENCES),
	'data-origin': Words,
	sources: v.pipe(v.array(Source), v.minLength(1, 'is empty: each rule of the challenge has a source')),
	languages: v.pipe(v.array(v.picklist(LANGUAGES)), v.minLength(1)),
	'read-only': v.optional(v.array(Path), []),
	steps: v.pipe(v.array(Step), v.minLength(1)),
	ask: v.exactOptional(Ask),
	/** By step: how much students learn about its held-back checks; by default the first case that failed. */
	disclose: v.optional(v.record(Id, v.picklist(DISCLOSURES)), {}),
	programme: v.pipe(v.array(Entry), v.minLength(1, 'is empty')),
	rubric: v.pipe(v.array(Criterion), v.minLength(3, count), v.maxLength(4, count)),
	decision: v.strictObject({
		options: v.pipe(v.array(Id), v.minLength(2)),
		another: v.optional(v.array(OwnOption), []),
		/** By figure: the direction that is better. Figures without a better direction are left out. */
		better: v.record(Id, v.picklist(['less', 'more']))
	})
});
export type Manifest = v.InferOutput<typeof Manifest>;
export type ManifestStep = Manifest['steps'][number];
export type Better = Manifest['decision']['better'];

export interface ReadManifest {
	manifest?: Manifest;
	problems: ContentProblem[];
	lineOf(path: (string | number)[]): number;
}

export function readManifest(text: string | undefined): ReadManifest {
	if (text === undefined) {
		return { problems: [{ file: MANIFEST, line: 1, message: 'is missing' }], lineOf: () => 1 };
	}
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const lineOf = (path: (string | number)[]) => lineIn(document, lines, path);
	if (document.errors.length > 0) {
		const problems = document.errors.map((error) => {
			return { file: MANIFEST, line: lines.linePos(error.pos[0]).line, message: error.message.split('\n')[0] ?? '' };
		});
		return { problems, lineOf };
	}
	const result = v.safeParse(Manifest, document.toJS());
	if (result.success) return { manifest: result.output, problems: [], lineOf };
	const problems = result.issues.map((issue) => {
		const path = (issue.path ?? []).map((item) => item.key).filter(isKey);
		return { file: MANIFEST, line: lineOf(path), message: `${path.join('.') || MANIFEST}: ${messageOf(issue)}` };
	});
	return { problems, lineOf };
}

function messageOf({ type, kind, expected, received, message }: v.BaseIssue<unknown>): string {
	if (kind !== 'schema') return message;
	if (received === 'undefined') return 'is missing';
	if (expected === 'never') return 'is not known here';
	const choices = type === 'picklist' || type === 'variant' || type === 'literal';
	return choices ? `${received} is not ${(expected ?? '').replace(/[()]/g, '').replaceAll(' | ', ' or ')}` : message;
}

function isKey(key: unknown): key is string | number {
	return typeof key === 'string' || typeof key === 'number';
}

function lineIn(document: Document, lines: LineCounter, path: (string | number)[]): number {
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
	}
	return 1;
}

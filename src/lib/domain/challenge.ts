/**
 * A challenge as the app knows it. An author's folder is read and packed by lib/server/content; nothing here does I/O.
 */
import type { Files } from '../../../sandbox/index.ts';
import type { Ask } from './ask.ts';
import type { ProgrammeId } from './programme.ts';

export const CHALLENGE_FORMAT = 1;

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Ski pistes, because Braise makes people autonomous rather than racers. Help fades as they rise. */
export const PISTES = ['green', 'blue', 'red', 'black'] as const;
export type Piste = (typeof PISTES)[number];

export const TRADES = ['food', 'logistics', 'health', 'civic', 'crafts'] as const;
export type Trade = (typeof TRADES)[number];

/** A number that a student may set within bounds. Its label and unit are in text.*.md under `values.<id>`. */
export interface Setting {
	id: string;
	min: number;
	max: number;
	step: number;
}

/** One that stands in the program, changed without writing code: `const <name> = <number>` at the top of `file`. */
export interface Adjustable extends Setting {
	name: string;
	file: string;
}

/** What a challenge may ask for where the judge's own limits do not fit: milliseconds, and megabytes. */
export const LIMIT_BOUNDS = { time: [100, 10_000], total: [1000, 60_000], memory: [24, 256] } as const;
/** `time` for each check, `total` for all of a judgement. */
export type ChallengeLimits = { [Name in keyof typeof LIMIT_BOUNDS]?: number };

interface StepBase {
	id: string;
	/** Situation the scene plays during this step (SceneInput.situation). */
	situation: string;
	/**
	 * Whether the step brings files of its own (`Challenge.opens`), laid over the student's when it is first entered.
	 * `jump`: only for a student who came straight here ("I know this") and so lacks what the steps before make.
	 */
	opens: false | 'always' | 'jump';
}

export type Step = StepBase &
	(
		| { kind: 'discover' }
		/** The student commits to one of `answers` (printed values), then the program's `call` is made. Any answer passes. */
		| { kind: 'predict'; call: { name: string; args: unknown[] }; answers: string[] }
		/** Only the marked values change. Its checks must pass. */
		| { kind: 'tune'; values: Adjustable[]; checks: string; hints: number }
		/** The body of a function, line by line. `lines` is the right order (without indentation: it is computed); `wrong` are at most two distractors. */
		| { kind: 'arrange'; file: string; name: string; lines: string[]; wrong: string[]; checks: string; hints: number }
		| { kind: 'build'; checks: string; hints: number }
		| { kind: 'stretch'; checks: string; hints: number }
		| { kind: 'decide' }
		| { kind: 'show' }
	);
export type StepKind = Step['kind'];

/** Texts of one language, as sanitised HTML unless `plain`. Keys are ids from challenge.yaml, checks and scene. */
export interface ChallengeText {
	/** plain */
	title: string;
	/** plain: one sentence, who has the problem */
	summary: string;
	/** plain: the person with the problem, and their role */
	person: { name: string; role: string };
	brief: string;
	/** By step id. */
	steps: Record<
		string,
		{ /** plain */ title: string; task: string; /** shown once the step is done */ done?: string; hints: string[] }
	>;
	/** By option id; plain title, HTML body. */
	options: Record<string, { title: string; body: string }>;
	/** The question of the decision, and what to weigh. */
	decision: { question: string; body: string };
	/** plain, by figure id */
	figures: Record<string, string>;
	/** plain, by adjustable id */
	values: Record<string, { label: string; unit: string }>;
	/** plain, by check id (the last element of CheckResult.path) */
	checks: Record<string, string>;
	/** plain, by id of a check that is held back: what it looks at, never how */
	held?: Record<string, string>;
	/** HTML: what handing in asks, with `{id}` for what was drawn */
	ask?: string;
	/** plain, for the scene: may hold `{name}` placeholders */
	labels: Record<string, string>;
	/** HTML: sources of rules and figures */
	sources: string;
}

/** The part of a challenge version that a browser may have. `private/` is kept apart and never gets here. */
export interface Challenge {
	format: typeof CHALLENGE_FORMAT;
	id: string;
	/** The author's version, for people. */
	version: string;
	/** SHA-256 of the whole package, for machines: what works and verdicts pin. */
	hash: string;
	trade: Trade;
	piste: Piste;
	place: string;
	partner: string | null;
	minutes: number;
	/** What it is good for at school. */
	programme: ProgrammeId[];
	/** What is absent is the judge's own. */
	limits?: ChallengeLimits;
	/** Absent: handing in asks nothing. */
	ask?: Ask;
	licence: string;
	dataOrigin: string;
	languages: Language[];
	steps: Step[];
	/** `another` is what a student sets for an option of their own: given to `measure` by id, beginning at `start`. */
	decision: { options: string[]; another: (Setting & { start: number })[] };
	/** What the student opens, by language: files at the root. */
	start: Record<Language, Files>;
	/** By language, then by step id, for steps that open files of their own. Whole: the files of `start` are in each. */
	opens: Record<Language, Record<string, Files>>;
	/** Files of `start` that are shown and may not be changed (given to read). */
	readOnly: string[];
	/** scene.ts, data/… and checks/… : shown nowhere, compiled with the program. */
	surroundings: Files;
	text: Record<Language, ChallengeText>;
	/** Compiled when the version is imported, so the first run waits for no compiler. By language. */
	startBundle: Record<Language, { code: string; map: string }>;
}

/** What stands around a program and its errors; needed once something is compiled. */
export interface ChallengeAround {
	surroundings: Files;
	/** Of `startBundle`, in the page's language. */
	startMap: string;
}

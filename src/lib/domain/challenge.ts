import type { Bundle, CompiledFileList, Files } from '#sandbox/contract.ts';
import type { PredictionQuestion } from './prediction-question.ts';
import { type Language, LANGUAGES } from './language.ts';
import type { ProgrammeId } from './programme.ts';

export const CHALLENGE_FORMAT = 1;

/** How hard a challenge is, named after ski pistes; a harder challenge gives less help. */
export const PISTES = ['green', 'blue', 'red', 'black'] as const;
export type Piste = (typeof PISTES)[number];

export const TRADES = ['food', 'logistics', 'health', 'civic', 'crafts', 'school'] as const;
export type Trade = (typeof TRADES)[number];

/** A number that a student may set within bounds. Its label and unit are in text.*.md under `values.<id>`. */
export interface NumberSetting {
	id: string;
	min: number;
	max: number;
	step: number;
}

/** A setting with a value to begin at. The scene receives it by id in `SceneInput.values`. */
export interface NumberSettingWithStart extends NumberSetting {
	start: number;
}

/** A setting written in the program as `const <name> = <number>` at the top of `file`, changed without writing code. */
export interface AdjustableValue extends NumberSetting {
	name: string;
	file: string;
}

/** Bounds within which a challenge may replace the judge's own limits, in milliseconds and megabytes. */
export const RUN_LIMIT_BOUNDS = { time: [100, 10_000], total: [1000, 60_000], memory: [24, 256] } as const;
/** A challenge's own limits: `time` applies to each check, `total` to a whole judgement. */
type ChallengeRunLimits = { [Name in keyof typeof RUN_LIMIT_BOUNDS]?: number };

export interface ExampleFunction {
	name: string;
	parameters: string[];
}

interface CommonStepFields {
	id: string;
	/** Situation that the scene plays during this step (SceneInput.situation). */
	situation: string;
	/**
	 * Whether the step's own files (`Challenge.opens`) replace the student's when the step is first entered. `jump`: only for a
	 * student who skipped the steps before ("I know this") and so lacks the code made in them.
	 */
	opens: false | 'always' | 'jump';
}

export type Step = CommonStepFields &
	/** `hand`: values that a student changes on the stage before reading anything; none of them is saved. */
	(
		| { kind: 'discover'; hand?: NumberSettingWithStart[] }
		/** The student chooses one of `answers` (printed values), then the program makes the call `call`. Any answer passes. */
		| { kind: 'predict'; call: { name: string; args: unknown[] }; answers: string[] }
		/** In a step `tune`, the student changes only these values, and the checks must pass. */
		| { kind: 'tune'; values: AdjustableValue[]; checks: string; hints: number }
		/** `lines`: a function's body in the right order, without indentation. `wrong`: at most two lines that do not belong. */
		| { kind: 'arrange'; file: string; name: string; lines: string[]; wrong: string[]; checks: string; hints: number }
		| { kind: 'build'; checks: string; hints: number }
		| { kind: 'stretch'; checks: string; hints: number }
		/** The student writes examples of these functions, and the judge says which wrong programs they catch. */
		| { kind: 'catch'; functions: ExampleFunction[] }
		| { kind: 'decide' }
		| { kind: 'show' }
	);
export type StepKind = Step['kind'];

/** Texts of one language, as sanitised HTML unless said to be plain. Keys are ids from challenge.yaml, checks and scene. */
export interface ChallengeText {
	/** Plain text. */
	title: string;
	/** Plain text: one sentence about who has the problem. */
	summary: string;
	/** Plain text: the person with the problem, and their role. */
	person: { name: string; role: string };
	brief: string;
	/** Texts of each step, by the step's id. `title` is plain text; `done` is shown once the step is done. */
	steps: Record<string, { title: string; task: string; done?: string; hints: string[] }>;
	/** Texts of each option of the decision, by the option's id: `title` is plain text, `body` is HTML. */
	options: Record<string, { title: string; body: string }>;
	decision: { question: string; body: string };
	/** Plain text: the name of each figure of the decision, by the figure's id. */
	figures: Record<string, string>;
	/** Plain text: label and unit of each value that a student can set, by the value's id. */
	values: Record<string, { label: string; unit: string }>;
	/** Plain text by check id (the last element of CheckResult.path): what the check says. */
	checks: Record<string, string>;
	/**
	 * Plain text: what a failed check found, by check id or by the differing property; may hold `{expected}`, `{received}` and other
	 * placeholders.
	 */
	failures?: Record<string, string>;
	/** Plain text by check id: which behaviour a held-back check looks at, never how it tests it. */
	held?: Record<string, string>;
	/** HTML: the question asked at the hand-in, with `{id}` in place of picked values. */
	ask?: string;
	/** Plain text: words of the scene by id; may hold `{name}` placeholders. */
	labels: Record<string, string>;
	/** HTML: sources of rules and figures. */
	sources: string;
}

/** The part of a challenge version that browsers may have. Files of `private/` must never be included. */
export interface Challenge {
	format: typeof CHALLENGE_FORMAT;
	id: string;
	/** The author's version number, for display. */
	version: string;
	/** SHA-256 of the whole package, by which works and verdicts refer to it. */
	hash: string;
	trade: Trade;
	piste: Piste;
	place: string;
	partner: string | null;
	minutes: number;
	programme: ProgrammeId[];
	/** The challenge's own limits; the judge's apply where one is absent. */
	limits?: ChallengeRunLimits;
	/** The question asked at the hand-in; absent when none is asked. */
	ask?: PredictionQuestion;
	licence: string;
	languages: Language[];
	steps: Step[];
	/** `another`: the values of the option that students set themselves, passed to `measure` by id; each begins at its `start`. */
	decision: { options: string[]; another: NumberSettingWithStart[] };
	/** Files with which a student's work begins, by language; none of them is in a folder. */
	start: Record<Language, Files>;
	/** Files of steps that open their own, by language and step id. Each set is complete: it includes the files of `start`. */
	opens: Record<Language, Record<string, Files>>;
	readOnly: string[];
	/** scene.ts, data/… and checks/…: compiled with the program but not shown in the editor. */
	surroundings: Files;
	text: Record<Language, ChallengeText>;
	/** `start` compiled when the version is imported, by language, so the first run needs no compiler. */
	startBundle: Record<Language, Pick<Bundle, 'code' | 'map' | 'files'>>;
}

/** Files compiled with a program, and the source map for its errors; loaded once something is compiled. */
export interface ChallengeCompilerFiles {
	surroundings: Files;
	/** Source map of `startBundle` in the page's language. */
	startMap: string;
	/** The compiled files of `startBundle`; absent in versions that an older build packed. */
	startFiles?: CompiledFileList;
}

export const CHALLENGE_PICTURE_THEMES = ['light', 'dark'] as const;
type PictureTheme = (typeof CHALLENGE_PICTURE_THEMES)[number];

/** Size of a picture in pixels, enough for screens with several pixels for each pixel of a page. */
export const CHALLENGE_PICTURE_SIZE = { width: 1200, height: 750 };

export function challengePicturePath(id: string, language: Language, theme: PictureTheme): string {
	return `${id}.${language}.${theme}.webp`;
}

export function challengePicturePaths(id: string): string[] {
	return LANGUAGES.flatMap((language) =>
		CHALLENGE_PICTURE_THEMES.map((theme) => challengePicturePath(id, language, theme))
	);
}

/** Minutes of a lesson in a French lycée; the parts of a lesson plan add up to them. */
export const LESSON_MINUTES = 55;

/** How a class works in a part of the plan. `together`: the class talks and nobody types. `working`: everyone is at their screen. */
export const LESSON_MODES = ['together', 'working'] as const;
type LessonMode = (typeof LESSON_MODES)[number];

/** A criterion and its levels, from the lowest; the ids are in challenge.yaml. */
export interface RubricCriterionIds {
	id: string;
	levels: string[];
}

/** The teacher's text in one language. Bodies are sanitised HTML, other fields plain text. */
export interface TeacherText {
	purpose: string;
	plan: { id: string; minutes: number; mode: LessonMode; title: string; body: string }[];
	mistakes: { id: string; title: string; body: string }[];
	debate: { id: string; question: string }[];
	/** The default rubric; teachers may change it. */
	rubric: { id: string; title: string; levels: { id: string; text: string }[] }[];
}

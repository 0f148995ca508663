/** The small program of a new challenge, made from its author's first example. */
import type { Language } from '#lib/domain/language.ts';
import type { ExampleValue, ExampleArgument, RoundStopValue } from './call-example.ts';

export interface ProgramExample {
	given: ExampleArgument[];
	returns: ExampleValue;
}

export interface ProgramCheck {
	because: Record<Language, string>;
	examples: ProgramExample[];
}

interface ProgramMutant {
	id: string;
	replace: string;
	by: string;
}

/** The parts of a program that depend neither on the person nor on the scene. */
export interface NewChallengeProgram {
	/** The value that the program returns before a student has changed it. */
	startAnswer: ExampleValue;
	/** Lines of the function's body, before a student has changed it. */
	startLines: string[];
	solutionLines: string[];
	/** Wrong programs. Each fails at least one check, and passes another. */
	mutants: ProgramMutant[];
	checks: ProgramCheck[];
	heldBackChecks: ProgramCheck[];
	/** The call whose result a student predicts, and the answers to choose from. */
	prediction: { given: ExampleArgument[]; answers: ExampleValue[] };
	/** Rows of the scene. */
	sceneRows: ProgramExample[];
	/** Cases of the decision. In some of them, a person needs another answer than the rule gives. */
	decisionCases: ProgramExample[];
	/** For a line: its values, the right band, and the words for values outside of the band. */
	band?: ValueBand;
	/** For a round: its stops, of which the first is the beginning. */
	stops?: RoundStopValue[];
	/** For a round: a little more than the kilometres that the solution needs. */
	mostKilometres?: number;
}

interface ValueBand {
	values: number[];
	from: number;
	to: number;
	belowAnswer: string;
	rightAnswer: string;
	aboveAnswer: string;
	handSetting: { min: number; max: number; step: number; start: number };
}

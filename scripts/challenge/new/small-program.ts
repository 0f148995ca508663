/** The small program of a new challenge, which its author's first example decides. */
import type { Language } from '#lib/domain/language.ts';
import type { ExampleValue, GivenExample, StopValue } from './call-example.ts';

export interface ProgramExample {
	given: GivenExample[];
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

/** Everything about a program that does not depend on the person or the scene. */
export interface SmallProgram {
	/** What it returns before a student has changed anything. */
	begins: ExampleValue;
	/** Lines of the function's body. */
	start: string[];
	solution: string[];
	/** Each fails one check at least, and passes another. */
	mutants: ProgramMutant[];
	checks: ProgramCheck[];
	held: ProgramCheck[];
	/** The call that a student predicts, and answers to choose from. */
	predict: { given: GivenExample[]; answers: ExampleValue[] };
	/** What the scene shows. */
	rows: ProgramExample[];
	/** What the decision is played with: in some cases somebody needs something else than the rule says. */
	cases: ProgramExample[];
	/** Of a line: its values, what is right, and the words for what is not. */
	band?: Band;
	/** Of a round: where it begins, and its stops. */
	stops?: StopValue[];
	/** Kilometres of the solution's round, a little more. */
	most?: number;
}

interface Band {
	values: number[];
	from: number;
	to: number;
	below: string;
	right: string;
	above: string;
	hand: { min: number; max: number; step: number; start: number };
}

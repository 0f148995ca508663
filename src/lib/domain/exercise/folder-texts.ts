import type { Language } from '../language.ts';

interface ExerciseFolderTexts {
	/** First line of challenge.yaml, a comment. */
	opening: string;
	untitled: string;
	place: string;
	origin: string;
	source: string;
	model: string;
	sources: string;
	noBrief: string;
	firstStart: string;
	returnedLabel: string;
	showTitle: string;
	showText: string;
	rubric: string;
	exampleSentence: (call: string, value: string) => string;
}

export const EXERCISE_FOLDER_TEXTS: Record<Language, ExerciseFolderTexts> = {
	fr: {
		opening: '# Un exercice fait dans le studio.',
		untitled: 'Sans titre',
		place: 'En classe',
		origin: 'écrites pour cet exercice (checks)',
		source: 'la consigne et les exemples',
		model: 'écrits pour une classe',
		sources: 'Cet exercice a été écrit pour une classe.',
		noBrief: 'La consigne n’est pas encore écrite.',
		firstStart: 'export function nom(valeur: number): number {\n  return 0;\n}\n',
		returnedLabel: 'renvoie',
		showTitle: 'Ce que tu as fait',
		showText: 'Voici ton programme.',
		rubric: `### reads: Lit un programme

- not-yet: Ne dit pas encore ce que fait la ligne.
- with-help: Le dit quand on suit la ligne ensemble.
- alone: Le dit seul, avec un exemple.

### writes: Écrit un programme

- not-yet: Le programme ne passe pas encore les vérifications.
- with-help: Il les passe, après un indice.
- alone: Il les passe, et l’élève explique pourquoi.

### tries: Essaie et corrige

- not-yet: S’arrête à la première erreur.
- with-help: Corrige une erreur qu’on lui montre.
- alone: Trouve ce qui ne va pas avec un exemple à lui.
`,
		exampleSentence: (call, value) => `${call} renvoie ${value}`
	},
	en: {
		opening: '# An exercise made in the studio.',
		untitled: 'Untitled',
		place: 'In class',
		origin: 'written for this exercise (checks)',
		source: 'the brief and the examples',
		model: 'written for a class',
		sources: 'This exercise was written for a class.',
		noBrief: 'The brief is not written yet.',
		firstStart: 'export function name(value: number): number {\n  return 0;\n}\n',
		returnedLabel: 'returns',
		showTitle: 'What you made',
		showText: 'Here is your program.',
		rubric: `### reads: Reads a program

- not-yet: Does not say yet what the line does.
- with-help: Says it when we follow the line together.
- alone: Says it alone, with an example.

### writes: Writes a program

- not-yet: The program does not pass the checks yet.
- with-help: It passes them, after a hint.
- alone: It passes them, and the student explains why.

### tries: Tries and corrects

- not-yet: Stops at the first error.
- with-help: Corrects an error that is pointed out.
- alone: Finds what is wrong with an example of their own.
`,
		exampleSentence: (call, value) => `${call} returns ${value}`
	}
};

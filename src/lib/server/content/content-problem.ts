export interface ContentProblem extends ContentPlace {
	message: string;
}

export interface ContentPlace {
	/** Path relative to the challenge's folder. */
	file: string;
	/** Line in the file, counted from 1. */
	line: number;
}

export class ContentError extends Error {
	override name = 'ContentError';
	readonly problems: ContentProblem[];

	constructor(folder: string, problems: ContentProblem[]) {
		super(problems.map((problem) => `${folder}/${formatContentProblem(problem)}`).join('\n'));
		this.problems = problems;
	}
}

export function formatContentProblem({ file, line, message }: ContentProblem): string {
	return escapeForTerminal(`${file}:${line}: ${message.replace(/\s+/g, ' ')}`);
}

/** Escapes characters that a terminal would obey or that reverse the direction of a line: names and texts come from strangers. */
function escapeForTerminal(text: string): string {
	return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (character) => {
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
}

/** Reports HTML elements that were removed from a section's text, which begins on the line after `line`. */
export function createDroppedHtmlProblems(
	file: string,
	line: number,
	droppedParts: { line: number; partName: string }[]
): ContentProblem[] {
	return droppedParts.map((one) => {
		return {
			file,
			line: line + 1 + one.line,
			message: `${one.partName} is taken out: a text has words and links to https`
		};
	});
}

/** Leaves out repeated problems, because a problem in a file that both languages share is found once per language. */
export function withoutRepeatedProblems(problems: ContentProblem[]): ContentProblem[] {
	const knownKeys = new Set<string>();
	return problems.filter((problem) => {
		const key = JSON.stringify(problem);
		return !knownKeys.has(key) && knownKeys.add(key);
	});
}
